package org.passerelle.circulation.drive.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.circulation.desk.ui.DayView;
import org.passerelle.circulation.desk.ui.PatronsView;
import org.passerelle.circulation.drive.Drive;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.platform.security.Role;
import org.passerelle.platform.ui.Note;
import org.passerelle.platform.ui.accounts.StaffView;
import org.passerelle.slots.service.SlotSettings;
import org.passerelle.slots.ui.LengthOfTime;
import org.passerelle.slots.ui.SlotSettingsView;
import org.passerelle.support.PasserelleTest;
import org.passerelle.support.Screens;
import org.springframework.beans.factory.annotation.Autowired;

/** The forms of a manager: what is typed is understood, refused at its field, and not lost by going elsewhere. */
@PasserelleTest
class StaffFormsTest extends SpringBrowserlessTest {

    @Autowired
    Drive drive;
    @Autowired
    SlotSettings settings;

    private UUID branch;

    @BeforeEach
    void aManagerAtADesk() {
        UI.getCurrent().setLocale(Locale.FRENCH);
        branch = drive.branch("PORT");
        CurrentUser manager = new CurrentUser(UUID.randomUUID(), "Nadia", Role.MANAGER, Set.of(), null);
        Screens.signIn(manager);
    }

    @Test
    void ofManyPatronsOnlyThoseInSightAreRead() {
        IntStream.range(0, 130).forEach(i -> drive.patron("Jeanne", "Ferrand " + i));
        navigate("patrons", PatronsView.class);

        assertThat(Screens.rowsRead(find(Grid.class).single(), 50, StaffFormsTest::roundTrip)).isEqualTo(50);
    }

    // Lead time

    @ParameterizedTest
    @CsvSource({"2 h,120", "2h,120", "1 h 30,90", "1h30,90", "90 min,90", "1 jour,1440", "2 days,2880", "48 heures,2880",
            "1 j 6 h,1800", "0 min,0", "  1  JOUR ,1440"})
    void aLengthOfTimeIsUnderstoodAsPeopleSayIt(String typed, int minutes) {
        assertThat(LengthOfTime.minutes(typed)).isEqualTo(minutes);
        assertThat(LengthOfTime.minutes(LengthOfTime.words(new Note(), minutes))).isEqualTo(minutes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2", "1 jour 6", "bientôt", "-2 h", "2 h 30 h", "99999999999 h", "<b>2 h</b>", "1.5 h"})
    void whatMayMeanAnythingIsNotGuessed(String typed) {
        assertThat(LengthOfTime.minutes(typed)).isNull();
    }

    @Test
    void aManagerSetsTheLeadTimeInWords() {
        navigate("slots/" + branch, SlotSettingsView.class);
        field("Délai de préparation").setValue("2 jours");
        button("Enregistrer les créneaux").click();

        assertThat(settings.form(branch).leadMinutes()).isEqualTo(2880);
        assertThat(field("Délai de préparation").getValue()).isEqualTo("2\u00a0jours");

        field("Délai de préparation").setValue("bientôt");
        button("Enregistrer les créneaux").click();
        assertThat(field("Délai de préparation").isInvalid()).isTrue();
        assertThat(field("Délai de préparation").getValue()).isEqualTo("bientôt");
        assertThat(settings.form(branch).leadMinutes()).isEqualTo(2880);
    }

    // Leaving

    @Test
    void settingsThatAreNotSavedAreNotLostByALink() {
        navigate("slots/" + branch, SlotSettingsView.class);
        field("Délai de préparation").setValue("3 jours");

        leave();

        assertThat(getCurrentView()).isInstanceOf(SlotSettingsView.class);
        assertThat(field("Délai de préparation").getValue()).isEqualTo("3 jours");
        goAnyway();
        assertThat(getCurrentView()).isInstanceOf(DayView.class);
    }

    @Test
    void savedSettingsHoldNobodyBack() {
        navigate("slots/" + branch, SlotSettingsView.class);
        field("Délai de préparation").setValue("3 jours");
        button("Enregistrer les créneaux").click();

        leave();

        assertThat(getCurrentView()).isInstanceOf(DayView.class);
    }

    @Test
    void aHalfTypedAccountIsNotLostByALink() {
        navigate(StaffView.class);
        field("Identifiant").setValue("lea");

        leave();

        assertThat(getCurrentView()).isInstanceOf(StaffView.class);
        goAnyway();
        assertThat(getCurrentView()).isInstanceOf(DayView.class);
    }

    // Hostile and huge

    @ParameterizedTest
    @ValueSource(strings = {"<img src=x onerror=alert(1)>", "\"'; drop table app.patron; --", "\u202eenneis", "😀", "{0} ${x}"})
    void whatIsTypedStaysAsItWasTyped(String typed) {
        for (String text : List.of(typed, typed.repeat(10_000 / typed.length()))) {
            navigate("patrons/new", PatronsView.class);
            field("Numéro de carte").setValue(text);
            field("Nom").setValue(text);
            field("Courriel").setValue(text);

            button("Enregistrer l’usager").click();

            assertThat(field("Numéro de carte").isInvalid()).isTrue();
            assertThat(field("Courriel").isInvalid()).isTrue();
            assertThat(field("Nom").getValue()).isEqualTo(text);
            assertThat(field("Courriel").getValue()).isEqualTo(text);
            field("Numéro de carte").clear();
            field("Nom").clear();
            field("Courriel").clear();
        }
    }

    private void leave() {
        UI.getCurrent().navigate(DayView.class);
        roundTrip();
    }

    private void goAnyway() {
        ConfirmDialog dialog = find(ConfirmDialog.class).all().stream().filter(ConfirmDialog::isOpened).findFirst()
                .orElseThrow();
        ComponentUtil.fireEvent(dialog, new ConfirmDialog.ConfirmEvent(dialog, true));
        roundTrip();
    }

    private TextField field(String label) {
        return all(TextField.class).stream().filter(field -> label.equals(field.getLabel())).findFirst().orElseThrow();
    }

    private Button button(String text) {
        return all(Button.class).stream().filter(button -> text.equals(button.getText())).findFirst().orElseThrow();
    }

    private <C extends Component> List<C> all(Class<C> type) {
        roundTrip();
        return find(type).all();
    }
}
