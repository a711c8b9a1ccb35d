package org.passerelle.circulation.drive.ui;

import org.passerelle.catalogue.TitleInfo;
import org.passerelle.circulation.reservations.domain.LineState;
import org.passerelle.circulation.reservations.service.ReservationDetails.Line;
import org.passerelle.platform.ui.Tag.Tone;

/** How the documents of a reservation are written. */
public final class Lines {

    private Lines() {
    }

    public static String name(Line line) {
        return TitleInfo.titleAndAuthor(line.titleText(), line.author());
    }

    static Tone tone(LineState state) {
        return switch (state) {
            case HELD, RELEASED, PUT_BACK -> Tone.PLAIN;
            case PICKED, COLLECTED -> Tone.DONE;
            case BAGGED -> Tone.INFO;
            case MISSING -> Tone.LATE;
            case TO_PUT_BACK -> Tone.DUE;
        };
    }
}
