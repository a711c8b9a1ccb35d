package org.passerelle.quarantine.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.router.RouterLink;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.passerelle.catalogue.MaterialType;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.quarantine.CrateId;
import org.passerelle.support.Screens;

/** A room on a screen that stays open, while colleagues and the clock change what stands in it. */
class RoomViewTest extends LiveRoomTests {

    @Test
    void cratesStandUnderTheDayOfTheirReleaseTheEarliestFirst() {
        CrateId reinforced = sealed(true, MaterialType.BOOK);
        CrateId magazines = sealed(false, MaterialType.MAGAZINE);
        CrateId books = sealed(false, MaterialType.BOOK);
        clock.advance(Duration.ofHours(1));
        CrateId discs = sealed(false, MaterialType.DVD);

        open();

        assertThat(headings()).containsExactly("Sortie vendredi 27 novembre", "Sortie samedi 28 novembre",
                "Sortie mardi 1er décembre");
        assertThat(Screens.text(screen)).containsSubsequence("Sortie vendredi 27 novembre", code(books), code(discs),
                "Sortie samedi 28 novembre", code(magazines), "Sortie mardi 1er décembre", code(reinforced));
    }

    @Test
    void whatIsDueTodayAndWhatIsLateIsCountedAndMarked() {
        CrateId crate = sealed(false, MaterialType.BOOK);
        open();
        assertThat(Screens.text(screen)).contains("0\nsortiront encore aujourd’hui", "0\nà traiter depuis plus d’un jour");

        clock.advance(Duration.ofHours(71));
        open();
        assertThat(Screens.text(screen)).contains("1\nsortiront encore aujourd’hui", "0\nà traiter");

        clock.advance(Duration.ofHours(1));
        engine.runDueJobs();
        Screens.await(screen, () -> Screens.text(screen).contains("1\nà traiter"));
        assertThat(Screens.text(screen)).contains("0\nsortiront encore aujourd’hui", "0\nà traiter depuis plus d’un jour")
                .containsSubsequence(code(crate), "à contrôler");

        clock.advance(Duration.ofHours(25));
        open();
        assertThat(Screens.text(screen)).contains("1\nà traiter depuis plus d’un jour").containsSubsequence(code(crate),
                "à contrôler, en retard");
    }

    @Test
    void fiftyCratesAreShownAndTheNextOneWhenAskedFor() {
        for (int n = 0; n <= 50; n++) {
            room.sealedCrate(agent, branch, 1);
        }
        open();
        assertThat(codes()).hasSize(50).doesNotHaveDuplicates();

        screen.test(screen.find(Button.class).withText("Afficher la suite").single()).click();

        assertThat(codes()).hasSize(51).doesNotHaveDuplicates();
        assertThat(screen.find(Button.class).withText("Afficher la suite").exists()).isFalse();
    }

    private List<String> codes() {
        return screen.find(RouterLink.class).withClassName("code").all().stream().map(RouterLink::getText).toList();
    }

    @Test
    void itFollowsWhatColleaguesAndTheClockDo() {
        CurrentUser colleague = room.agentOf(branch);
        open();
        assertThat(parts()).isEmpty();

        CrateId crate = room.scan(colleague, branch, room.lentBook(branch, "Nana", DUE)).crate();
        Screens.await(screen, () -> parts().equals(List.of("En cours de remplissage")));
        room.by(colleague, () -> room.crateDesk.seal(crate)).value();
        Screens.await(screen, () -> parts().equals(List.of("En quarantaine")));
        room.by(colleague, () -> room.releaseDesk.ask(crate, null, "Bac blanc demain")).value();
        Screens.await(screen, () -> Screens.text(screen).contains("sortie anticipée demandée"));
        clock.setTo(room.releaseOf(crate));
        engine.runDueJobs();
        Screens.await(screen, () -> parts().equals(List.of("À traiter")));
        assertThat(Screens.text(screen)).contains(code(crate));
    }

    @Test
    void anotherBranchThatIsChosenOnThisScreenIsFollowedToo() {
        UUID other = room.branch("GARE");
        open();
        openRoom(screen, other);

        room.scan(room.agentOf(other), other, room.lentBook(other, "Nana", DUE));

        Screens.await(screen, () -> parts().equals(List.of("En cours de remplissage")));
    }

    private CrateId sealed(boolean stacked, MaterialType material) {
        String barcode = room.copy(branch, "Titre", material);
        CrateId crate = (stacked ? room.scanStacked(agent, branch, barcode) : room.scan(agent, branch, barcode)).crate();
        room.by(agent, () -> room.crateDesk.seal(crate)).value();
        return crate;
    }

    private void open() {
        openRoom(screen, branch);
    }

    private List<String> headings() {
        return screen.find(H3.class).all().stream().map(H3::getText).toList();
    }

    private List<String> parts() {
        return screen.find(H2.class).all().stream().map(H2::getText).filter(text -> !text.startsWith("Les 14")).toList();
    }

    private String code(CrateId crate) {
        return room.see(agent, crate).crate().code();
    }
}
