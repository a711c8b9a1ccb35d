package org.passerelle.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.circulation.drive.Drive.SLOT;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.circulation.ReservationId;
import org.passerelle.circulation.drive.Drive;
import org.passerelle.notification.service.Outbox;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.support.PasserelleTest;
import org.passerelle.support.ScreenTest;
import org.passerelle.support.Screens;
import org.springframework.beans.factory.annotation.Autowired;

/** The outbox as it stands open on somebody's screen. */
@PasserelleTest
class OutboxViewTest extends ScreenTest {

    @Autowired
    Drive drive;
    @Autowired
    Outbox outbox;

    UUID branch;
    ReservationId id;
    UUID message;

    @BeforeEach
    void aMessageThatNoServerTakes() {
        branch = drive.branch("PORT");
        id = drive.reserve(drive.patron("Jeanne", "Ferrand"), branch, SLOT, drive.title(branch, "Germinal", 1));
        engine.runDueJobs();
        message = drive.jdbc.sql("select id from app.outbox_message where about_case = ?").param(id.value())
                .query(UUID.class).single();
    }

    @Test
    void whatAColleagueHasSentByHandIsSeenWithoutReloading() {
        CurrentUser colleague = drive.agentOf(branch);
        signIn(drive.agentOf(branch));
        UI.getCurrent().navigate("outbox/" + message);
        assertThat(texts()).contains("à envoyer à la main").doesNotContain("envoyé à la main");

        drive.by(colleague, () -> outbox.sentByHand(message)).value();

        awaitText("envoyé à la main"::equals);
        assertThat(texts()).doesNotContain("à envoyer à la main");
    }

    @Test
    void anAgentOfAnotherBranchWhoEntersTheAddressReadsAndHasNothingToPress() {
        signIn(drive.agentOf(drive.branch("GARE")));

        UI.getCurrent().navigate("outbox/" + message);

        assertThat(texts()).contains("Jeanne Ferrand", "jeanne@example.org").anyMatch(text -> text.contains("Germinal"))
                .anyMatch(text -> text.contains("vous pouvez le lire, pas agir"))
                .noneMatch(text -> text.contains(drive.token(id)));
        assertThat(button("Je l’ai envoyé à la main").isEnabled()).isFalse();
        assertThat(buttons("Copier le texte")).isEmpty();
        assertThat(mailto()).isEmpty();
    }

    @Test
    void ofManyMessagesOnlyThoseInSightAreRead() {
        String columns = drive.jdbc.sql("""
                select string_agg(column_name, ', ') from information_schema.columns where table_schema = 'app'
                and table_name = 'outbox_message' and is_generated = 'NEVER' and column_name <> 'id'""")
                .query(String.class).single();
        drive.jdbc.sql("insert into app.outbox_message (id, " + columns + ") select gen_random_uuid(), " + columns
                + " from app.outbox_message, generate_series(1, 300)").update();
        signIn(drive.agentOf(branch));
        UI.getCurrent().navigate("outbox");

        assertThat(Screens.rowsRead(all(Grid.class).findFirst().orElseThrow(), 50, OutboxViewTest::roundTrip)).isEqualTo(50);
        assertThat(texts()).anyMatch(text -> text.contains("301"));
    }

    @Test
    void whatWaitsIsCopiedOrOpenedInAMailProgramAsItWouldHaveBeenSent() {
        drive.jdbc.sql("update app.branch set name = 'Médiathèque du Port' where id = ?").param(branch).update();
        signIn(drive.agentOf(branch));

        UI.getCurrent().navigate("outbox/" + message);

        assertThat(buttons("Copier le texte")).hasSize(1);
        assertThat(mailto()).singleElement().satisfies(href -> {
            assertThat(href).startsWith("mailto:jeanne@example.org?subject=").doesNotContain(" ", "\n");
            String read = URLDecoder.decode(href, StandardCharsets.UTF_8);
            assertThat(read).contains(drive.token(id)).endsWith("-- \r\nMédiathèque du Port\r\n");
        });
        button("Je l’ai envoyé à la main").click();
        awaitText("envoyé à la main"::equals);
        assertThat(mailto()).isEmpty();
    }

    private List<String> mailto() {
        return all(Anchor.class).map(Anchor::getHref).filter(href -> href.startsWith("mailto:")).toList();
    }

    @Test
    void anAgentOfTheBranchHasSomethingToPress() {
        signIn(drive.agentOf(branch));

        UI.getCurrent().navigate("outbox/" + message);

        assertThat(texts()).anyMatch(text -> text.contains(drive.token(id)));
        button("Je l’ai envoyé à la main").click();
        assertThat(drive.templatesStill(id, "SENT_BY_HAND")).containsExactly("drive-reserved");
    }
}
