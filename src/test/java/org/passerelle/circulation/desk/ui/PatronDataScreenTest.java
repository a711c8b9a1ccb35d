package org.passerelle.circulation.desk.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Anchor;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.circulation.drive.Drive;
import org.passerelle.patrons.domain.Patron;
import org.passerelle.patrons.service.Patrons;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.support.PasserelleTest;
import org.passerelle.support.ScreenTest;
import org.springframework.beans.factory.annotation.Autowired;

/** A patron's page, from which an agent hands out what is known and erases it. */
@PasserelleTest
class PatronDataScreenTest extends ScreenTest {

    @Autowired
    Drive drive;
    @Autowired
    Patrons patrons;

    private UUID branch;
    private Patron helene;
    private CurrentUser agent;

    @BeforeEach
    void anAgentLooksAtAPatron() {
        branch = drive.branch("PORT");
        helene = drive.patron("Hélène", "Ferrand");
        agent = drive.agentOf(branch);
    }

    private void open() {
        signIn(agent);
        navigate("patrons/" + helene.id(), PatronsView.class);
    }

    @Test
    void aPersonIsErasedOnceSomebodyHasReadWhatGoes() {
        open();

        button("Effacer…").click();
        assertThat(drive.by(agent, () -> patrons.details(helene.id()))).isPresent();
        confirm();

        assertThat(drive.by(agent, () -> patrons.details(helene.id()))).isEmpty();
        assertThat(texts()).contains("La personne est effacée.");
        assertThat(all(PatronPanel.class)).noneMatch(panel -> panel.isVisible());
    }

    @Test
    void whatIsStillOpenKeepsFromIt() {
        drive.reserve(helene, branch, Drive.SLOT, drive.title(branch, "Germinal", 1));
        open();

        button("Effacer…").click();
        confirm();

        assertThat(texts()).anyMatch(text -> text.contains("1 réservation, prêt ou attente de cette personne n’est pas"));
        assertThat(drive.by(agent, () -> patrons.details(helene.id()))).isPresent();
    }

    @Test
    void theFileIsAtAnAddressThatSaysNothingOfThePerson() {
        open();

        assertThat(all(Anchor.class).filter(link -> "Exporter les données".equals(link.getText()))).singleElement()
                .satisfies(link -> assertThat(link.getHref()).isNotBlank()
                        .doesNotContain(helene.id().toString(), helene.cardNumber(), "Ferrand"));
    }
}
