package org.passerelle.circulation.desk.ui;

import com.vaadin.flow.component.Component;
import java.time.Duration;
import java.time.Instant;
import org.passerelle.circulation.drive.service.DaySheet.Appointment;

/** Appointments in words, as lists of several screens tell them. */
final class DeskWords {

    private DeskWords() {
    }

    static String patron(Component on, Appointment of) {
        return of.patron().isEmpty() ? on.getTranslation("staff.patron.forgotten") : of.patron();
    }

    static long minutes(Instant from, Instant to) {
        return Math.max(0, Duration.between(from, to).toMinutes());
    }

    /** Minutes alone within the hour. */
    static String lasting(Component on, long minutes) {
        return minutes < 60 ? on.getTranslation("staff.minutes", minutes)
                : on.getTranslation("staff.hours", minutes / 60, minutes % 60);
    }
}
