package org.passerelle.circulation.desk.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.passerelle.circulation.drive.Drive;
import org.passerelle.patrons.domain.Patron;
import org.passerelle.patrons.service.PatronAccess;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.platform.security.accounts.PatronSignIns.Access;
import org.passerelle.support.PasserelleTest;
import org.passerelle.support.ScreenTest;
import org.springframework.beans.factory.annotation.Autowired;

/** A patron's page, from which an agent opens and closes what they sign in to. */
@PasserelleTest
class PatronAccessScreenTest extends ScreenTest {

    @Autowired
    Drive drive;
    @Autowired
    PatronAccess access;

    @Test
    void anAgentDoesItFromThePatronsPage() {
        Patron helene = drive.patron("Hélène", "Ferrand");
        CurrentUser agent = drive.agentOf(drive.branch("PORT"));
        drive.by(agent, () -> access.open(helene.id(), "un mot assez long")).value();
        signIn(agent);
        navigate("patrons/" + helene.id(), PatronsView.class);

        assertThat(buttons("Ouvrir l’accès en ligne")).noneMatch(open -> open.isVisible());
        button("Nouveau mot de passe").click();
        assertThat(texts()).noneMatch(text -> text.startsWith("Nouveau mot de passe, à donner de vive voix"));
        confirm();
        assertThat(texts()).anyMatch(text -> text.startsWith("Nouveau mot de passe, à donner de vive voix"));
        button("Fermer l’accès").click();
        assertThat(texts()).doesNotContain("L’accès est fermé, et ses sessions sont terminées.");
        confirm();
        assertThat(texts()).contains("L’accès est fermé, et ses sessions sont terminées.");
        button("Rouvrir l’accès").click();
        assertThat(drive.by(agent, () -> access.of(helene.id()))).isEqualTo(Access.OPEN);
    }
}
