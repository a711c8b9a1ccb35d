package org.passerelle.quarantine.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.time.ZoneId;
import java.util.Locale;
import org.passerelle.platform.i18n.DateTimes;
import org.passerelle.platform.ui.Tag;
import org.passerelle.platform.ui.Tag.Tone;
import org.passerelle.quarantine.domain.CrateState;
import org.passerelle.quarantine.domain.MaterialClass;
import org.passerelle.quarantine.domain.ReturnOutcome;
import org.passerelle.quarantine.domain.Treatments.Treatment;

/** Crates in words. */
public final class CrateWords {

    private CrateWords() {
    }

    public static String kind(Component screen, MaterialClass material, boolean stacked) {
        return screen.getTranslation("material." + material) + ", "
                + screen.getTranslation(stacked ? "quarantine.stacked" : "quarantine.spread");
    }

    /** Whole days where it is some of them, as people count a quarantine. */
    static String duration(Component screen, int hours) {
        return hours >= 48 && hours % 24 == 0 ? screen.getTranslation("quarantine.days", hours / 24)
                : screen.getTranslation("quarantine.hours", hours);
    }

    static Tag outcome(Component screen, ReturnOutcome outcome) {
        Tone tone = switch (outcome) {
            case SHELVED -> Tone.DONE;
            case REPAIR, WITHDRAWN -> Tone.DUE;
            case MISSING -> Tone.LATE;
            default -> Tone.INFO;
        };
        return new Tag(tone, screen.getTranslation("fate." + outcome));
    }

    /** How, with what, for how long, when and by whom. */
    public static String treatment(Component screen, Treatment done, ZoneId zone, Locale locale) {
        return screen.getTranslation("method." + done.method()) + (done.product() == null ? "" : ", " + done.product())
                + ", " + screen.getTranslation("quarantine.minutes", done.minutes()) + " · "
                + DateTimes.dayAndTime(done.at(), zone, locale)
                + (done.by() == null ? "" : " · " + done.by());
    }

    /** How it stands, and what is wrong with that. */
    public static Div tags(Component screen, CrateState state, boolean late, boolean blocked) {
        Div tags = new Div(state(screen, state, late));
        tags.addClassName("actions");
        if (blocked) {
            tags.add(new Tag(Tone.LATE, screen.getTranslation("quarantine.blocked")));
        }
        return tags;
    }

    public static Tag state(Component screen, CrateState state, boolean late) {
        Tone tone = late ? Tone.LATE : switch (state) {
            case OPEN -> Tone.PLAIN;
            case QUARANTINE -> Tone.INFO;
            case TREATMENT, INSPECTION, PUT_AWAY -> Tone.DUE;
            case DONE -> Tone.DONE;
        };
        return new Tag(tone, screen.getTranslation("crate.state." + state)
                + (late ? ", " + screen.getTranslation("quarantine.late") : ""));
    }
}
