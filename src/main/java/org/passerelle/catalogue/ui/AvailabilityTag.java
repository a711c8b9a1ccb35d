package org.passerelle.catalogue.ui;

import com.vaadin.flow.component.html.Span;
import org.passerelle.catalogue.FoundTitle;
import org.passerelle.platform.i18n.DateTimes;

/** Whether a title can be had now, as a word. */
class AvailabilityTag extends Span {

    AvailabilityTag(FoundTitle found) {
        addClassName("tag");
        if (found.available() > 0) {
            say("available", "tag-done");
        } else if (found.branches().isEmpty()) {
            say("noCopy", "tag-neutral");
        } else {
            say("out", "tag-due");
            found.expectedOn().ifPresent(day -> setText(getTranslation("catalogue.expectedOn",
                    DateTimes.shortDay(day, getLocale()))));
        }
    }

    private void say(String word, String colour) {
        setText(getTranslation("catalogue.tag." + word));
        addClassName(colour);
    }
}
