package org.passerelle.quarantine.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessUIContext;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.passerelle.catalogue.MaterialType;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.platform.time.AppClock;
import org.passerelle.platform.ui.Tag;
import org.passerelle.quarantine.CrateId;
import org.passerelle.quarantine.QuarantineRoom;
import org.passerelle.quarantine.copies.ui.CopyView;
import org.passerelle.quarantine.domain.Method;
import org.passerelle.quarantine.domain.ReturnSource;
import org.passerelle.quarantine.process.QuarantineProcess;
import org.passerelle.quarantine.returns.service.ReturnScan;
import org.passerelle.quarantine.service.CrateDesk;
import org.passerelle.support.Engine;
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
    @Autowired
    Engine engine;
    @Autowired
    AppClock clock;

    @Test
    void theStoryFollowsTheCopy() {
        UUID branch = room.branch("PORT");
        CurrentUser agent = room.agentOf(branch);
        String barcode = room.lentBook(branch, "Germinal", LocalDate.parse("2026-12-31"));
        try (Screens screens = new Screens(context, CopyView.class, CrateView.class)) {
            BrowserlessUIContext screen = screens.of(agent);
            screen.navigate("copy/" + barcode, CopyView.class);
            assertThat(tags(screen, "dans sa caisse")).isZero();

            room.scan(agent, branch, barcode);

            Screens.await(screen, () -> tags(screen, "dans sa caisse") == 1);
        }
    }

    @Test
    void theWholeStoryIsTold() {
        UUID branch = room.branch("PORT");
        CurrentUser camille = room.onRecord(room.agentOf(branch));
        CurrentUser nadia = room.onRecord(room.manager());
        String barcode = room.copy(branch, "Le Mépris", MaterialType.DVD);
        room.lend(barcode, LocalDate.parse("2026-12-31"));
        try (Screens screens = new Screens(context, CopyView.class, CrateView.class)) {
            BrowserlessUIContext screen = screens.of(camille);
            screen.navigate("copy/" + barcode, CopyView.class);
            assertThat(Screens.text(screen)).contains("à rendre jeudi 31 décembre");

            CrateId crate = room.by(camille, () -> room.returnsDesk.scan(new ReturnScan(branch, barcode, false,
                    clock.instant(), ReturnSource.RELAY))).value().crate();
            room.by(camille, () -> room.crateDesk.seal(crate)).value();
            Screens.await(screen, () -> Screens.text(screen).contains("sortie ven. 27 nov., 9 h"));
            assertThat(Screens.text(screen)).contains("rendu mar. 24 nov., 9 h",
                    "Médiathèque PORT · Camille · Par un relais", "Caisse " + room.see(camille, crate).crate().code());

            UUID request = room.by(camille, () -> room.releaseDesk.ask(crate, null, "Bac blanc demain")).value();
            room.by(nadia, () -> room.releaseDesk.approve(room.decision(request), request)).value();
            Screens.await(screen, () -> Screens.text(screen).contains(
                    "Sortie anticipée accordée le mar. 24 nov., 9 h par Nadia · demandée par Camille : Bac blanc demain"));

            engine.runDueJobs();
            room.by(camille, () -> room.crateDesk.treated(room.task(crate, QuarantineProcess.Tasks.TREAT), crate,
                    Method.VIRUCIDE, "Sanivir", 7)).value();
            Screens.await(screen, () -> Screens.text(screen).contains(
                    "Désinfection · Virucide EN 14476, Sanivir, 7 minutes · mar. 24 nov., 9 h · Camille"));

            UUID row = room.see(camille, crate).documents().getFirst().id();
            room.inspect(camille, crate, Map.of(row, CrateDesk.Verdict.repair("Boîtier fendu"))).value();
            Screens.await(screen, () -> tags(screen, "à réparer") == 1);
            assertThat(Screens.text(screen)).contains("· Boîtier fendu");
        }
    }

    private static long tags(BrowserlessUIContext screen, String text) {
        return screen.find(Tag.class).all().stream().filter(tag -> text.equals(tag.getText())).count();
    }
}
