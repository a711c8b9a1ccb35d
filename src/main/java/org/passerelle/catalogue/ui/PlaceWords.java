package org.passerelle.catalogue.ui;

import java.util.Locale;
import org.passerelle.catalogue.PlaceKind;
import org.passerelle.catalogue.PlaceOfCopy;
import org.passerelle.platform.i18n.DateTimes;
import org.passerelle.platform.i18n.Messages;
import org.passerelle.platform.ui.Tag;
import org.passerelle.platform.ui.Tag.Tone;
import org.springframework.stereotype.Component;

/** Where a copy is, in the same words wherever it is told. */
@Component
public class PlaceWords {

    private final Messages messages;

    PlaceWords(Messages messages) {
        this.messages = messages;
    }

    public String of(PlaceOfCopy where, Locale locale) {
        String place = messages.text(locale, "catalogue.place." + where.place());
        if (where.place() == PlaceKind.IN_TRANSIT) {
            return messages.text(locale, "catalogue.where.transit", where.branchName());
        }
        if (where.place() == PlaceKind.SHELF) {
            return where.shelfMark() == null ? place : messages.text(locale, "catalogue.where.marked", place, where.shelfMark());
        }
        return where.until() == null ? place
                : messages.text(locale, "catalogue.where.until", place, DateTimes.shortDay(where.until(), locale));
    }

    public Tag tag(PlaceOfCopy where, Locale locale) {
        return new Tag(tone(where.place()), of(where, locale));
    }

    private static Tone tone(PlaceKind place) {
        return switch (place) {
            case SHELF -> Tone.DONE;
            case QUARANTINE, IN_TRANSIT, HELD, PICKED, BAGGED -> Tone.INFO;
            case TO_SHELF, REPAIR -> Tone.DUE;
            case MISSING -> Tone.LATE;
            case ON_LOAN, WITHDRAWN, OUT_OF_CIRCULATION -> Tone.PLAIN;
        };
    }
}
