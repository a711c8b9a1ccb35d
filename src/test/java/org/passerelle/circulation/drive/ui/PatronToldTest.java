package org.passerelle.circulation.drive.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.circulation.ReservationId;
import org.passerelle.circulation.reservations.process.DrivePickupProcess;
import org.passerelle.circulation.reservations.process.DrivePickupProcess.Tasks;
import org.passerelle.patrons.domain.PatronRepository;
import org.passerelle.support.FormEcho;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** What staff are told of how the patron hears of it is what will really happen. */
class PatronToldTest extends DriveScreens {

    private static final String MAIL = "Un courriel en informe Jeanne Ferrand.";
    private static final String BY_HAND = "Aucun serveur de courriel n’est configuré";
    private static final String CALL = "Jeanne Ferrand est à appeler";
    private static final String NONE = "Rien ne peut joindre Jeanne Ferrand";

    @Autowired
    JavaMailSenderImpl mailSender;
    @Autowired
    PatronRepository patrons;

    @AfterEach
    void noMailServer() {
        mailSender.setHost(null);
    }

    @ParameterizedTest
    @CsvSource({"jeanne@example.org, , false, localhost, " + MAIL,
            "jeanne@example.org, , false, , " + BY_HAND,
            "jeanne@example.org, 06 01 02 03 04, false, , " + BY_HAND,
            "jeanne@example.org, 06 01 02 03 04, true, localhost, " + CALL,
            ", 06 01 02 03 04, false, , " + CALL,
            ", , false, localhost, " + NONE})
    void aBagThatIsReadyIsToldByTheWayThereIs(String email, String phone, boolean prefersPhone, String server, String told) {
        patron.reachBy(email, phone, prefersPhone, Locale.FRENCH);
        patron = patrons.save(patron);
        ReservationId id = reserve("Germinal");
        drive.pick(agent, id);
        mailSender.setHost(server);
        FormEcho form = form(DrivePickupProcess.caseOf(id), Tasks.PREPARE_BAG, true);

        all(TextField.class).filter(field -> "Emplacement du sac".equals(field.getLabel())).findFirst().orElseThrow()
                .setValue("B2");
        button("Sac prêt").click();

        assertThat(form.doneArgs().getLast().toString()).startsWith(told);
    }

    @Test
    void whoCancelsReadsHowThePatronHearsOfIt() {
        ReservationId id = reserve("Germinal");
        UI.getCurrent().navigate("reservation/" + id.value());

        button("Annuler la réservation").click();

        assertThat(texts()).anyMatch(text -> text.contains(BY_HAND));
    }

    @Test
    void whatIsMissingIsToldByTheNextMessageWhereThereIsOne() {
        patron.reachBy(null, null, false, Locale.FRENCH);
        patron = patrons.save(patron);
        ReservationId id = reserve("Germinal", "Nana");
        form(DrivePickupProcess.caseOf(id), Tasks.PICK_DOCUMENTS, true);

        button("Introuvable…").click();
        confirm();

        assertThat(texts()).anyMatch(text -> text.contains("Rien ne peut joindre l’usager"))
                .noneMatch(text -> text.contains("L’usager saura"));
    }
}
