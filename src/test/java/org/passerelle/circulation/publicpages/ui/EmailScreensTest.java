package org.passerelle.circulation.publicpages.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.textfield.TextField;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.circulation.drive.Drive;
import org.passerelle.patrons.domain.Patron;
import org.passerelle.patrons.domain.PatronRepository;
import org.passerelle.support.PasserelleTest;
import org.passerelle.support.ScreenTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.context.SecurityContextHolder;

/** A patron gives another address, and opens the link that was sent there. */
@PasserelleTest
class EmailScreensTest extends ScreenTest {

    @Autowired
    Drive drive;
    @Autowired
    PatronRepository patrons;

    private Patron awa;

    @BeforeEach
    void aPatronOnTheirPage() {
        drive.branch("PORT");
        awa = drive.patron("Awa", "Diallo");
        signIn(drive.as(awa));
        navigate("account/contact", ContactView.class);
        field().setValue("awa@example.net");
        button("Enregistrer").click();
    }

    @Test
    void thePageSaysWhatIsToBeConfirmedAndTheLinkConfirmsItWhenItsButtonIsPressed() {
        assertThat(texts()).anyMatch(text -> text.contains("awa@example.net") && text.startsWith("À confirmer"));
        assertThat(field().getValue()).isEqualTo("awa@example.org");
        SecurityContextHolder.clearContext();

        UI.getCurrent().navigate("email/" + token());
        assertThat(email()).isEqualTo("awa@example.org");
        button("Confirmer cette adresse").click();

        assertThat(texts()).contains("L’adresse est confirmée");
        assertThat(email()).isEqualTo("awa@example.net");
    }

    @Test
    void aWrongLinkTellsNothing() {
        UI.getCurrent().navigate("email/" + token().substring(1));

        assertThat(texts()).contains("Ce lien n’ouvre rien").noneMatch(text -> text.contains("@"));
        assertThat(buttons("Confirmer cette adresse")).isEmpty();
    }

    private TextField field() {
        return all(TextField.class).filter(field -> "Courriel".equals(field.getLabel())).findFirst().orElseThrow();
    }

    private String token() {
        return drive.jdbc.sql("select token from app.patron_email_change").query(String.class).single();
    }

    private String email() {
        return patrons.findById(awa.id()).orElseThrow().email();
    }
}
