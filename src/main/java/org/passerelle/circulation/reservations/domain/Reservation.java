package org.passerelle.circulation.reservations.domain;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.BatchSize;
import org.passerelle.circulation.ReservationId;
import org.passerelle.platform.journal.Journal.Channel;
import org.passerelle.platform.security.LinkHolders;

/**
 * What a patron asked for together, and the appointment at which they collect it. Its documents and its appointment go
 * their own ways until the handover.
 */
@Entity
@Table(name = "reservation")
public class Reservation implements LinkHolders.Linked {

    @Id
    private UUID id;
    @Version
    private long version;
    private String code;
    private String token;
    private UUID patron;
    private UUID branch;
    @Embedded
    private Appointment appointment = new Appointment();
    @Enumerated(EnumType.STRING)
    private Channel channel;
    @Enumerated(EnumType.STRING)
    private DocumentsState documents = DocumentsState.TO_PICK;
    @Enumerated(EnumType.STRING)
    private ReservationOutcome outcome;
    private String bagPlace;
    private Instant madeAt;
    private UUID madeBy;
    private Instant endedAt;
    private UUID endedBy;
    @OneToMany(mappedBy = "reservation", cascade = CascadeType.ALL)
    @OrderBy("position")
    @BatchSize(size = 50)
    private List<ReservationLine> lines = new ArrayList<>();

    protected Reservation() {
    }

    /** @param madeBy account of who entered it */
    public Reservation(UUID id, String code, String token, UUID patron, UUID branch, Channel channel, Instant madeAt,
                       UUID madeBy) {
        this.id = id;
        this.code = code;
        this.token = token;
        this.patron = patron;
        this.branch = branch;
        this.channel = channel;
        this.madeAt = madeAt;
        this.madeBy = madeBy;
    }

    /** @param setAside that copy stands apart, not on its shelf */
    public void promise(UUID title, UUID copy, boolean setAside) {
        lines.add(new ReservationLine(this, lines.size(), title, copy, setAside));
    }

    public void book(UUID newSlot, Instant startsAt, Instant endsAt, Instant now) {
        appointment.book(newSlot, startsAt, endsAt, now);
    }

    /** A reminder is due once for each appointment, unless it was booked less than a day before. */
    public boolean isReminderDue() {
        return appointment.isReminderDue();
    }

    /** A day before the slot. */
    public Instant reminderAt() {
        return appointment.reminderAt();
    }

    public void reminded(Instant now) {
        appointment.reminded(now);
    }

    public void arrived(Instant now) {
        appointment.arrived(now);
    }

    /** Whoever was said to be here is not: the appointment waits again as it did before. */
    public void notThere() {
        if (!standing().isHere()) {
            throw new IllegalStateException("nobody is said to be here");
        }
        appointment.notThere(isOpen());
    }

    /** Nobody came. @param until when a new slot must be chosen */
    public void missed(Instant until) {
        appointment.missed(until);
    }

    public void picked(UUID line) {
        line(line).picked();
    }

    public void answeredBy(UUID line, UUID copy) {
        line(line).answeredBy(copy);
    }

    public void missing(UUID line) {
        boolean toPutBack = hasToPutBack();
        line(line).missing();
        if (toPutBack) {
            nothingMoreToPutBack();
        }
    }

    /** Every line is decided: picked or missing. */
    public boolean isPickingDecided() {
        return lines.stream().noneMatch(line -> line.state() == LineState.HELD);
    }

    public void pickingDone() {
        if (documents != DocumentsState.TO_PICK || !isPickingDecided()) {
            throw new IllegalStateException("picking is not decided");
        }
        documents = found().isEmpty() ? DocumentsState.NONE : DocumentsState.TO_BAG;
    }

    /** The documents are to be looked for again; what was found is still found. */
    public void pickingNotDone() {
        if (!isOpen() || documents != DocumentsState.TO_BAG) {
            throw new IllegalStateException("documents are " + documents);
        }
        documents = DocumentsState.TO_PICK;
    }

    public void bagged(String place) {
        if (documents != DocumentsState.TO_BAG) {
            throw new IllegalStateException("documents are " + documents);
        }
        found().forEach(ReservationLine::bagged);
        documents = DocumentsState.READY;
        bagPlace = place;
    }

    /** The bag that was said to be ready is not. */
    public void notBagged() {
        if (!isOpen() || documents != DocumentsState.READY) {
            throw new IllegalStateException("no bag is ready");
        }
        found().forEach(ReservationLine::notAfterAll);
        documents = DocumentsState.TO_BAG;
        bagPlace = null;
    }

    public ReservationStatus standing() {
        return new ReservationStatus(documents, appointment.state(), outcome);
    }

    public boolean canBeHandedOver() {
        return standing().canBeHandedOver();
    }

    public void collected(UUID line) {
        line(line).collected();
    }

    /** The reservation is over: what is left is released or goes back to its shelf. */
    public void end(ReservationOutcome how, Instant now, UUID by) {
        if (!isOpen() && !canBeHandedOver()) {
            throw new IllegalStateException("it has ended: " + outcome);
        }
        outcome = how;
        endedAt = now;
        endedBy = by;
        lines.forEach(ReservationLine::givenUp);
        documents = hasToPutBack() ? documents : DocumentsState.NONE;
        appointment.end(how);
    }

    /** Whether that person handed the bag over since then, and nothing of what was left has been put back. */
    public boolean isHandedOver(UUID by, Instant since) {
        return (outcome == ReservationOutcome.COLLECTED || outcome == ReservationOutcome.PARTLY_COLLECTED)
                && by.equals(endedBy) && !endedAt.isBefore(since)
                && lines.stream().noneMatch(line -> line.state() == LineState.PUT_BACK);
    }

    /** The bag was handed to nobody after all: whoever is here still waits for it. @return what is in it again */
    public List<ReservationLine> notHandedOver() {
        List<ReservationLine> bag = lines.stream()
                .filter(line -> line.state() == LineState.COLLECTED || line.state() == LineState.TO_PUT_BACK).toList();
        bag.forEach(ReservationLine::backInBag);
        outcome = null;
        endedAt = null;
        endedBy = null;
        documents = DocumentsState.READY;
        return bag;
    }

    public void putBack(UUID line) {
        line(line).putBack();
        nothingMoreToPutBack();
    }

    private void nothingMoreToPutBack() {
        if (!hasToPutBack()) {
            documents = DocumentsState.NONE;
            if (outcome == ReservationOutcome.NO_SHOW) {
                // Whoever came after all finds nothing any more.
                appointment.end(outcome);
            }
        }
    }

    /** That line is not on its shelf after all. Where it was the last, there is a bag again, if there was one. */
    public void notPutBack(UUID line) {
        line(line).notAfterAll();
        if (documents == DocumentsState.NONE) {
            documents = bagPlace == null ? DocumentsState.TO_BAG : DocumentsState.READY;
            if (outcome == ReservationOutcome.NO_SHOW) {
                appointment.hereAfterAll();
            }
        }
    }

    public boolean hasToPutBack() {
        return lines.stream().anyMatch(line -> line.state() == LineState.TO_PUT_BACK);
    }

    public boolean isOpen() {
        return outcome == null;
    }

    /** What the picker found: picked or in the bag. */
    public List<ReservationLine> found() {
        return lines.stream().filter(line -> line.state() == LineState.PICKED || line.state() == LineState.BAGGED)
                .toList();
    }

    public List<ReservationLine> lines() {
        return List.copyOf(lines);
    }

    public ReservationLine line(UUID lineId) {
        return lines.stream().filter(line -> line.id().equals(lineId)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no line " + lineId + " in reservation " + id));
    }

    public Optional<ReservationLine> lineOfCopy(UUID copy) {
        return lines.stream().filter(line -> copy.equals(line.copy()) && line.state() != LineState.MISSING).findFirst();
    }

    /** The line for which that copy was the last one tried, whatever became of it. */
    public Optional<ReservationLine> lastTried(UUID copy) {
        return lines.stream().filter(line -> copy.equals(line.copy())).findFirst();
    }

    /** The line that another copy of that title may answer: one still to be picked rather than one given up. */
    public Optional<ReservationLine> lineToAnswer(UUID title) {
        return lines.stream().filter(line -> line.title().equals(title))
                .filter(line -> line.state() == LineState.HELD || line.state() == LineState.MISSING)
                .min(Comparator.comparing(ReservationLine::state));
    }

    public ReservationId id() {
        return new ReservationId(id);
    }

    /** Short and easy to say; it opens nothing by itself. */
    public String code() {
        return code;
    }

    /** Long and random: what a link carries. */
    public String token() {
        return token;
    }

    @Override
    public UUID patron() {
        return patron;
    }

    public UUID branch() {
        return branch;
    }

    public UUID slot() {
        return appointment.slot();
    }

    public Instant slotStartsAt() {
        return appointment.slotStartsAt();
    }

    public Instant slotEndsAt() {
        return appointment.slotEndsAt();
    }

    public Channel channel() {
        return channel;
    }

    public DocumentsState documents() {
        return documents;
    }

    public AppointmentState appointment() {
        return appointment.state();
    }

    /** How it ended, or null while it is open. */
    public ReservationOutcome outcome() {
        return outcome;
    }

    public String bagPlace() {
        return bagPlace;
    }

    public Instant madeAt() {
        return madeAt;
    }

    /** When the appointment that stands was made. */
    public Instant bookedAt() {
        return appointment.bookedAt();
    }

    public Instant arrivedAt() {
        return appointment.arrivedAt();
    }

    /** When the offer of a new slot lapses, or null where none waits for an answer. */
    public Instant answerUntil() {
        return appointment.answerUntil();
    }

    @Override
    public Instant endedAt() {
        return endedAt;
    }
}
