package org.passerelle.inbox.ui;

import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.passerelle.inbox.domain.InboxTask;
import org.passerelle.platform.i18n.Moments;

/** The one date that matters, as a word in its colour: late by how long, at what time today, or which day. */
class DueTag extends Span {

    DueTag(InboxTask task, Instant now, Locale locale) {
        addClassNames("tag", "row-side");
        LocalDate day = task.due().atZone(task.zone()).toLocalDate();
        if (task.isLate(now)) {
            addClassName("tag-late");
            setText(late(Duration.between(task.due(), now)));
        } else if (day.equals(now.atZone(task.zone()).toLocalDate())) {
            addClassName("tag-due");
            setText(getTranslation("inbox.due.today", Moments.time(task.due(), task.zone(), locale)));
        } else {
            addClassName("tag-neutral");
            setText(Moments.shortDay(day, locale));
        }
    }

    private String late(Duration by) {
        if (by.toHours() == 0) {
            return getTranslation("inbox.due.lateMinutes", Math.max(1, by.toMinutes()));
        }
        return by.toDays() == 0 ? getTranslation("inbox.due.lateHours", by.toHours())
                : getTranslation("inbox.due.lateDays", by.toDays());
    }
}
