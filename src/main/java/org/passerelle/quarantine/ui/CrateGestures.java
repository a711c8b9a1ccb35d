package org.passerelle.quarantine.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.UI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.i18n.DateTimes;
import org.passerelle.platform.ui.Confirmation;
import org.passerelle.platform.ui.Note;
import org.passerelle.quarantine.CrateId;
import org.passerelle.quarantine.QuarantineRefusal;
import org.passerelle.quarantine.domain.Crate;
import org.passerelle.quarantine.domain.ReturnedCopy;
import org.passerelle.quarantine.service.CrateDesk;
import org.passerelle.quarantine.service.CrateLabels;
import org.passerelle.quarantine.service.CratePages;
import org.passerelle.quarantine.service.ReleaseDesk;

/** What people do with a crate from the screens that show it; what came of it is told where they acted. */
public class CrateGestures {

    private final Desk desk;
    private final Note note;
    private final Runnable changed;

    public CrateGestures(Desk desk, Note note, Runnable changed) {
        this.desk = desk;
        this.note = note;
        this.changed = changed;
    }

    public void seal(Component screen, CrateId id, String code, int documents, ZoneId zone) {
        new Confirmation(screen.getTranslation("quarantine.seal.title", code),
                screen.getTranslation("quarantine.seal.text", documents), screen.getTranslation("quarantine.seal"),
                yes -> sealed(screen, id, code, zone), screen.getTranslation("staff.back"), no -> { }).open();
    }

    private void sealed(Component screen, CrateId id, String code, ZoneId zone) {
        switch (desk.crates().seal(id)) {
            case Outcome.Done<Instant> done -> {
                note.done("quarantine.sealed", code,
                        DateTimes.dayAndTime(done.value(), zone, UI.getCurrent().getLocale()));
                note.add(new Text(" "), new CrateLabelLink(desk.labels(), id, code));
            }
            case Outcome.Refused<Instant> no -> note.refused(no);
        }
        changed.run();
    }

    public void askRelease(Component screen, Crate crate) {
        asking(screen, crate, null, crate.code()).open();
    }

    /** It leaves its crate without what is done with the rest. */
    public void askRelease(Component screen, Crate crate, ReturnedCopy document) {
        ReasonDialog dialog = asking(screen, crate, document.id(), document.titleText());
        if (crate.rule().treatment()) {
            dialog.warning(screen.getTranslation("quarantine.decide.untreated"));
        }
        dialog.open();
    }

    private ReasonDialog asking(Component screen, Crate crate, UUID returned, String what) {
        return new ReasonDialog(screen.getTranslation("quarantine.ask.title", what), "quarantine.ask.reason", "quarantine.ask",
                QuarantineRefusal.REASON_MISSING, ReleaseDesk.LONGEST_REASON, reason -> {
                    Outcome<UUID> outcome = desk.releases().ask(crate.id(), returned, reason);
                    if (outcome.isDone()) {
                        note.done("quarantine.asked", crate.code());
                        changed.run();
                    }
                    return outcome;
                });
    }

    /** The services behind these gestures. */
    @org.springframework.stereotype.Component
    public record Desk(CratePages pages, CrateDesk crates, ReleaseDesk releases, CrateLabels labels) {
    }
}
