package org.passerelle.inbox.ui;

import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.passerelle.inbox.domain.InboxTask;
import org.passerelle.platform.i18n.DateTimes;

/** What makes a task urgent, as a word in its colour: since when somebody waits, late by how long, at what time today, or which day. */
class DueTag extends Span {

    DueTag(InboxTask task, Instant now, Locale locale) {
        addClassNames("tag", "row-side");
        if (task.waiting() != null) {
            showWaiting(task, now);
        } else if (task.isLate(now)) {
            showLate(task, now);
        } else if (isToday(task, now)) {
            addClassName("tag-due");
            setText(getTranslation("inbox.due.today", DateTimes.time(task.due(), task.zone(), locale)));
        } else {
            addClassName("tag-neutral");
            setText(DateTimes.shortDay(task.due().atZone(task.zone()).toLocalDate(), locale));
        }
    }

    private DueTag() {
        addClassName("tag");
    }

    /** Beside the hour since when somebody waits. */
    static DueTag waiting(InboxTask task, Instant now) {
        DueTag tag = new DueTag();
        tag.showWaiting(task, now);
        return tag;
    }

    /** Beside the whole date: by how long it is late, or that it is today, if it is. */
    static Optional<DueTag> beside(InboxTask task, Instant now) {
        DueTag tag = new DueTag();
        if (task.isLate(now)) {
            tag.showLate(task, now);
        } else if (isToday(task, now)) {
            tag.addClassName("tag-due");
            tag.setText(tag.getTranslation("inbox.fact.today"));
        } else {
            return Optional.empty();
        }
        return Optional.of(tag);
    }

    private static boolean isToday(InboxTask task, Instant now) {
        return task.due().atZone(task.zone()).toLocalDate().equals(now.atZone(task.zone()).toLocalDate());
    }

    private void showWaiting(InboxTask task, Instant now) {
        addClassName("tag-now");
        Duration since = Duration.between(task.waiting(), now);
        setText(since.toHours() == 0 ? getTranslation("inbox.waiting.minutes", Math.max(0, since.toMinutes()))
                : since.toDays() == 0 ? getTranslation("inbox.waiting.hours", since.toHours())
                : getTranslation("inbox.waiting.days", since.toDays()));
    }

    private void showLate(InboxTask task, Instant now) {
        addClassName("tag-late");
        setText(late(Duration.between(task.due(), now)));
    }

    private String late(Duration by) {
        if (by.toHours() == 0) {
            return getTranslation("inbox.due.lateMinutes", Math.max(1, by.toMinutes()));
        }
        return by.toDays() == 0 ? getTranslation("inbox.due.lateHours", by.toHours())
                : getTranslation("inbox.due.lateDays", by.toDays());
    }
}
