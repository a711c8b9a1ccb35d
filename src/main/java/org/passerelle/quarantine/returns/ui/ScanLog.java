package org.passerelle.quarantine.returns.ui;

import com.vaadin.flow.spring.annotation.SpringComponent;
import com.vaadin.flow.spring.annotation.VaadinSessionScope;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.passerelle.catalogue.PlaceKind;
import org.passerelle.platform.ScannedCode;
import org.passerelle.quarantine.domain.ReturnSource;
import org.passerelle.quarantine.returns.service.ReturnsDesk.Destination;
import org.passerelle.quarantine.returns.service.ReturnsDesk.Scanned;
import org.passerelle.quarantine.room.service.CrateRoom.Place;

/** What somebody has scanned at the returns desk in this visit: who looks at a crate meanwhile finds it again. */
@SpringComponent
@VaadinSessionScope
class ScanLog {

    /** A morning's returns are counted, not kept on the screen. */
    static final int KEPT = 50;
    /** A desk may stay open overnight: the next morning begins with an empty list. */
    private static final Duration A_DAYS_WORK = Duration.ofHours(12);

    private final Deque<Entry> newestFirst = new ArrayDeque<>();
    private int takenIn;
    private Conditions conditions;
    private Instant chosenAt;

    sealed interface Entry {

        String barcode();

        /** Where it was scanned. */
        Place place();

        Instant at();
    }

    /** @param droppedOff when the patron gave it back, or null for just then */
    record Taken(Scanned scanned, Instant droppedOff, Place place, Instant at) implements Entry {

        @Override
        public String barcode() {
            return scanned.copy().barcode();
        }

        boolean isShelved() {
            return scanned.to() == Destination.SHELF && !scanned.isSetAside();
        }

        boolean isUndoable() {
            return (scanned.id() != null || isFromCase()) && !scanned.isSetAside();
        }

        /** It was to be put away, or back. */
        boolean isFromCase() {
            return scanned.copy().place() == PlaceKind.TO_SHELF;
        }
    }

    /**
     * @param barcode as it was typed
     * @param toPage  whether the copy's page is where to go on
     */
    record Refused(String barcode, String reason, boolean toPage, Place place, Instant at) implements Entry {
    }

    /** What was chosen for the documents that are being scanned, and at which branch. @param droppedOff null for just then */
    record Conditions(Place place, ReturnSource source, boolean stacked, LocalDateTime droppedOff) {
    }

    /** What was chosen last at that branch, if that was no longer ago than a day's work. */
    Optional<Conditions> conditions(Place at, Instant now) {
        return Optional.ofNullable(conditions).filter(chosen -> chosen.place().id().equals(at.id()))
                .filter(chosen -> chosenAt.isAfter(now.minus(A_DAYS_WORK)));
    }

    void chosen(Conditions chosen, Instant now) {
        conditions = chosen;
        chosenAt = now;
    }

    /** A barcode that was refused has another answer now, or the same again. */
    void add(Entry entry) {
        newestFirst.removeIf(before -> before instanceof Refused && new ScannedCode(before.barcode()).mayMean(entry.barcode()));
        newestFirst.addFirst(entry);
        takenIn += entry instanceof Taken ? 1 : 0;
        if (newestFirst.size() > KEPT) {
            newestFirst.removeLast();
        }
    }

    void undone(Taken scan) {
        if (newestFirst.remove(scan)) {
            takenIn--;
        }
    }

    /** Whether that barcode was last taken in here to go to its shelf, however often it has been refused since. */
    boolean isShelved(String read) {
        ScannedCode code = new ScannedCode(read);
        return newestFirst.stream().filter(Taken.class::isInstance).map(Taken.class::cast)
                .filter(taken -> code.mayMean(taken.barcode())).findFirst().filter(Taken::isShelved).isPresent();
    }

    int takenIn() {
        return takenIn;
    }

    /** The last ones, the oldest of them first. */
    List<Entry> since(Instant now) {
        Instant earliest = now.minus(A_DAYS_WORK);
        if (newestFirst.removeIf(entry -> entry.at().isBefore(earliest))) {
            takenIn = (int) newestFirst.stream().filter(Taken.class::isInstance).count();
        }
        return List.copyOf(newestFirst).reversed();
    }
}
