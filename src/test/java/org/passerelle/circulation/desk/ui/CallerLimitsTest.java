package org.passerelle.circulation.desk.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.circulation.drive.Drive.LATER_SLOT;
import static org.passerelle.circulation.drive.Drive.SLOT;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.ComboBoxBase;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.passerelle.circulation.drive.ui.DriveScreens;
import org.passerelle.patrons.domain.PatronRepository;
import org.passerelle.platform.ui.Note;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever has a patron on the telephone knows the limits before the titles are dictated, in words meant for them. */
class CallerLimitsTest extends DriveScreens {

    @Autowired
    PatronRepository patrons;

    @Test
    void areKnownAsSoonAsTheCallerIsAndFollowEachTitle() {
        drive.reserve(patron, branch, SLOT, drive.title(branch, "Nana", 1), drive.title(branch, "Le Rêve", 1));
        drive.title(branch, "Germinal", 1);
        navigate(CounterView.class);
        assertThat(told()).isEmpty();

        type(patron(), patron.cardNumber());
        assertThat(told()).containsExactly("Cette carte : 2 sur 8 documents demandés, 1 sur 3 réservations en cours.");

        type(titles(), "germinal");
        assertThat(told()).containsExactly(
                "Avec ce titre : 3 sur 8 documents demandés, 2 sur 3 réservations en cours.");
    }

    @Test
    void whoHasNoRoomLeftIsKnownBeforeTheFirstTitle() {
        for (int made = 0; made < 3; made++) {
            drive.reserve(patron, branch, SLOT, drive.title(branch, "Titre " + made, 1));
        }
        navigate(CounterView.class);

        type(patron(), patron.cardNumber());

        assertThat(told()).singleElement().asString().startsWith("Cette carte permet 3 réservations en cours, et les a déjà");
    }

    @Test
    void theTitleThatIsTooManyIsSaidWhenItIsAdded() {
        drive.reserve(patron, branch, SLOT, Stream.of(1, 2, 3, 4, 5, 6, 7, 8)
                .map(number -> drive.title(branch, "Titre " + number, 1)).toArray(UUID[]::new));
        drive.title(branch, "Germinal", 1);
        navigate(CounterView.class);
        type(patron(), patron.cardNumber());

        type(titles(), "germinal");

        assertThat(told()).singleElement().asString()
                .isEqualTo("Trop de titres : cette carte permet 8 documents demandés à la fois, en a 8, et 1 de plus est dicté.");
    }

    @Test
    void aBlockedCardIsSaidInWordsForWhoServes() {
        patron.block();
        patrons.save(patron);
        navigate(CounterView.class);

        type(patron(), patron.cardNumber());

        assertThat(told()).singleElement().asString().startsWith("Cette carte ne permet pas de réserver");
    }

    @Test
    void aTitleThatThePatronHasReservedAlreadyIsSaidWhenItIsAdded() {
        UUID germinal = drive.title(branch, "Germinal", 2);
        drive.reserve(patron, branch, LATER_SLOT, germinal);
        navigate(CounterView.class);
        type(patron(), patron.cardNumber());

        type(titles(), "germinal");

        assertThat(told()).anyMatch(words -> words.startsWith("L’usager l’a déjà réservé") && words.endsWith("Germinal."));
    }

    private Stream<String> words() {
        return all(Note.class).map(note -> note.getElement().getText().replace('\u00a0', ' '));
    }

    private List<String> told() {
        return words().filter(text -> !text.isEmpty()).toList();
    }

    @SuppressWarnings("unchecked")
    private ComboBox<Object> patron() {
        return all(ComboBox.class).toList().getFirst();
    }

    private ComboBox<?> titles() {
        return all(ComboBox.class).toList().getLast();
    }

    private static void type(ComboBox<?> box, String text) {
        ComponentUtil.fireEvent(box, new ComboBoxBase.CustomValueSetEvent<>(box, false, text));
    }
}
