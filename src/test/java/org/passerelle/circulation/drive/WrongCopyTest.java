package org.passerelle.circulation.drive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.circulation.drive.Drive.SLOT;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.passerelle.catalogue.PlaceKind;
import org.passerelle.circulation.CirculationRefusal;
import org.passerelle.circulation.ReservationId;
import org.passerelle.circulation.reservations.service.ReservationDetails.Line;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.i18n.Messages;

/** The picker has another copy in hand than the one shown, and is told what is true of it. */
class WrongCopyTest extends DriveTests {

    private final Messages messages = new Messages();

    @ParameterizedTest
    @EnumSource(value = PlaceKind.class, mode = Mode.EXCLUDE, names = {"SHELF", "MISSING"})
    void ofEveryPlaceThePickerIsToldWhereTheCopyBelongs(PlaceKind place) {
        UUID title = drive.title(branch, "Germinal", 2);
        ReservationId id = drive.reserve(patron, branch, SLOT, title);
        String promised = drive.see(agent, id).lines().getFirst().barcode();
        String inHand = otherCopy(title, promised);
        drive.jdbc.sql("update app.copy_place set kind = ? where copy = (select id from app.copy where barcode = ?)")
                .params(place.name(), inHand).update();

        Outcome.Refused<UUID> no = refused(id, inHand);

        assertThat(no.reason()).isEqualTo(CirculationRefusal.COPY_NOT_FREE);
        assertThat(no.args()).contains(place.name());
        for (Locale locale : Messages.LOCALES) {
            String told = told(no, locale);
            assertThat(told).isNotEqualTo(told(of("nowhere"), locale)).contains("Germinal");
            assertThat(Arrays.stream(PlaceKind.values()).filter(other -> other != place)
                    .map(other -> told(of(other.name()), locale))).as("a sentence of its own").doesNotContain(told);
        }
        assertThat(told(no, Locale.FRENCH)).endsWith("; prenez l’exemplaire indiqué.");
    }

    @Test
    void whereNoCopyIsShownNoneIsToBeTakenInstead() {
        UUID title = drive.title(branch, "Germinal", 2);
        ReservationId id = drive.reserve(patron, branch, SLOT, title);
        Line line = drive.see(agent, id).lines().getFirst();
        String inHand = otherCopy(title, line.barcode());
        drive.jdbc.sql("update app.copy_place set kind = 'QUARANTINE' where copy = (select id from app.copy where barcode = ?)")
                .param(inHand).update();
        drive.by(agent, () -> drive.pickingDesk.notFound(id, line.copy())).value();

        assertThat(told(refused(id, inHand), Locale.ENGLISH))
                .isEqualTo("This copy of “Germinal” is in quarantine and stays in its crate.");
    }

    @Test
    void aSecondCopyOfWhatHasBeenPickedIsNotSaidToBeOfAnotherReservation() {
        UUID title = drive.title(branch, "Germinal", 2);
        ReservationId id = drive.reserve(patron, branch, SLOT, title, drive.title(branch, "Nana", 1));
        String picked = drive.see(agent, id).lines().stream().filter(line -> line.title().equals(title)).findFirst()
                .orElseThrow().barcode();
        drive.by(agent, () -> drive.pickingDesk.picked(id, picked)).value();

        assertThat(refused(id, otherCopy(title, picked)).reason()).isEqualTo(CirculationRefusal.TITLE_ALREADY_PICKED);
    }

    @Test
    void atThePutBackThePickerIsToldWhatBecameOfTheDocument() {
        ReservationId id = twoInABag();
        List<Line> lines = drive.see(agent, id).lines();
        assertThat(putBack(id, lines.getFirst())).isEqualTo("“%s” is still for this reservation."
                .formatted(lines.getFirst().titleText()));
        drive.by(agent, () -> drive.driveDesk.handOver(id, Set.of(lines.getFirst().id()))).value();

        assertThat(putBack(id, lines.getFirst())).isEqualTo("“%s” has been handed over."
                .formatted(lines.getFirst().titleText()));
    }

    private String putBack(ReservationId id, Line line) {
        Outcome.Refused<?> no = (Outcome.Refused<?>) drive.by(agent, () -> drive.putBackDesk.putBack(id, line.barcode()));
        return told(no, Locale.ENGLISH);
    }

    private Outcome.Refused<UUID> refused(ReservationId id, String barcode) {
        return (Outcome.Refused<UUID>) drive.by(agent, () -> drive.pickingDesk.picked(id, barcode));
    }

    private static Outcome.Refused<UUID> of(String place) {
        return new Outcome.Refused<>(CirculationRefusal.COPY_NOT_FREE, "Germinal", place, "HELD");
    }

    private String told(Outcome.Refused<?> no, Locale locale) {
        return messages.text(locale, no.reason().messageKey(), no.args());
    }

    private String otherCopy(UUID title, String barcode) {
        return drive.jdbc.sql("select barcode from app.copy where title = ? and barcode <> ?").params(title, barcode)
                .query(String.class).single();
    }
}
