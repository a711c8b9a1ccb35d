package org.passerelle.circulation.desk.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.router.RouterLink;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.circulation.WaitId;
import org.passerelle.circulation.drive.ui.DriveScreens;
import org.passerelle.circulation.waiting.Waiting;
import org.passerelle.patrons.service.Patrons;
import org.passerelle.support.Statements;
import org.springframework.beans.factory.annotation.Autowired;

/** What a patron waits for, as staff see it: where each wait stands, and what is to be done about it. */
class StaffWaitsTest extends DriveScreens {

    @Autowired
    Waiting waiting;
    @Autowired
    Patrons patrons;

    private UUID away;
    private UUID copy;
    private WaitId wait;

    @BeforeEach
    void somebodyWhoIsCalledWaits() {
        patron = drive.patronByPhone("Marcel", "Petit");
        away = drive.title(branch, "Germinal", 1);
        copy = waiting.lend(away, branch);
        wait = waiting.ask(patron, away, branch);
    }

    @Test
    void thePatronsPageShowsWhereAWaitStandsOnceItIsOpened() {
        openPatron();
        assertThat(texts()).contains("Titres attendus", "Au premier rang", "Médiathèque PORT").doesNotContain("Demande");

        open(details().getFirst());

        assertThat(texts()).contains("Demande", "Attente", "Offre").anyMatch(text -> text.contains("est attendu par Marcel Petit"));
        assertThat(all(RouterLink.class).map(RouterLink::getHref)).contains("process/waiting-title/" + wait.value());
    }

    @Test
    void whatSomebodyHasOpenedGoesOnWithTheCaseAndEndsWithIt() {
        openPatron();
        open(details().getFirst());

        waiting.comesBack(copy);
        engine.runDueJobs();
        awaitText(text -> text.contains("est gardé pour Marcel Petit"));
        assertThat(details().getFirst().isOpen()).isTrue();

        waiting.giveUp(patron, wait).value();
        awaitText(text -> details().isEmpty());
        assertThat(texts()).doesNotContain("Titres attendus");
    }

    @Test
    void manyWaitsAskForNoMoreThanOne() {
        int one = Statements.during(this::openPatron).size();
        for (String title : List.of("Nana", "La Curée", "La Terre")) {
            UUID other = drive.title(branch, title, 1);
            waiting.lend(other, branch);
            waiting.ask(patron, other, branch);
        }
        UI.getCurrent().navigate("patrons");

        assertThat(Statements.during(this::openPatron)).hasSize(one);
        assertThat(details()).hasSize(4);
    }

    @Test
    @SuppressWarnings("unchecked")
    void theCounterShowsThemBesideTheCallThatIsToBeMade() {
        waiting.comesBack(copy);
        engine.runDueJobs();
        navigate(CounterView.class);

        ((ComboBox<Patrons.Row>) all(ComboBox.class).findFirst().orElseThrow()).setValue(patrons.find("Petit", 0, 1).getFirst());

        assertThat(texts()).contains("Appeler l’usager");
        assertThat(all(RouterLink.class).map(RouterLink::getHref)).anyMatch(href -> href.startsWith("inbox/"));
        open(details().getFirst());
        assertThat(all(RouterLink.class).map(RouterLink::getHref)).contains("process/waiting-title/" + wait.value());
    }

    @Test
    void patronsThemselvesSeeTheirWaitWithoutItsProcess() {
        signIn(drive.as(patron));

        UI.getCurrent().navigate("my");

        assertThat(texts()).contains("Titres attendus");
        assertThat(details()).isEmpty();
    }

    private void openPatron() {
        UI.getCurrent().navigate("patrons/" + patron.id());
    }

    private List<NativeDetails> details() {
        return all(NativeDetails.class).filter(each -> each.hasClassName("wait-steps") && each.isAttached()).toList();
    }

    /** As a browser does it. */
    private void open(NativeDetails details) {
        details.setOpen(true);
        ComponentUtil.fireEvent(details, new NativeDetails.ToggleEvent(details, true));
        roundTrip();
    }
}
