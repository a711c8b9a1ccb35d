package org.passerelle.circulation.ui;

import org.passerelle.circulation.domain.LineState;
import org.passerelle.circulation.service.ReservationDetails.Line;

/** How the documents of a reservation are written. */
final class Lines {

    private Lines() {
    }

    static String name(Line line) {
        return name(line.titleText(), line.author());
    }

    static String name(String title, String author) {
        return author == null ? title : title + " · " + author;
    }

    static String tone(LineState state) {
        return switch (state) {
            case HELD, RELEASED, PUT_BACK -> "tag-neutral";
            case PICKED, COLLECTED -> "tag-done";
            case BAGGED -> "tag-info";
            case MISSING -> "tag-late";
            case TO_PUT_BACK -> "tag-due";
        };
    }
}
