package org.passerelle.quarantine.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessUIContext;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.platform.ui.Tag;
import org.passerelle.quarantine.QuarantineRoom;
import org.passerelle.support.PasserelleTest;
import org.passerelle.support.Screens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A copy's page, while the copy moves. */
@PasserelleTest
class CopyViewTest {

    @Autowired
    QuarantineRoom room;
    @Autowired
    ApplicationContext context;

    @Test
    void theStoryFollowsTheCopy() {
        UUID branch = room.branch("PORT");
        CurrentUser agent = room.agentOf(branch);
        String barcode = room.lentBook(branch, "Germinal", LocalDate.parse("2026-12-31"));
        try (Screens screens = new Screens(context, CopyView.class)) {
            BrowserlessUIContext screen = screens.of(agent);
            screen.navigate("copy/" + barcode, CopyView.class);
            assertThat(tags(screen, "dans sa caisse")).isZero();

            room.scan(agent, branch, barcode);

            Screens.await(screen, () -> tags(screen, "dans sa caisse") == 1);
        }
    }

    private static long tags(BrowserlessUIContext screen, String text) {
        return screen.find(Tag.class).all().stream().filter(tag -> text.equals(tag.getText())).count();
    }
}
