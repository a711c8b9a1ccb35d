package org.passerelle.circulation.reservations.domain;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * A copy lent on a card. It is prepared at bagging and starts at handover. If it does not come to that it is voided; who
 * comes after all, while the document has not been put back, starts it all the same.
 */
@Entity
@Table(name = "loan")
public class Loan {

    public enum State {
        PREPARED, RUNNING, RETURNED, VOIDED
    }

    @Id
    private UUID id;
    @Version
    private long version;
    private UUID copy;
    private UUID patron;
    private UUID reservation;
    @Enumerated(EnumType.STRING)
    private State state;
    private int days;
    private Instant preparedAt;
    private Instant startedAt;
    private LocalDate dueOn;
    private Instant returnedAt;

    protected Loan() {
    }

    /** @param days length of the loan, in days from the handover */
    public Loan(UUID copy, UUID patron, UUID reservation, int days, Instant now) {
        this.id = UUID.randomUUID();
        this.copy = copy;
        this.patron = patron;
        this.reservation = reservation;
        this.days = days;
        this.state = State.PREPARED;
        this.preparedAt = now;
    }

    /** @param zone the branch's: a loan is due at the end of a day there */
    public void start(Instant now, ZoneId zone) {
        if (state != State.VOIDED) {
            require(State.PREPARED);
        }
        state = State.RUNNING;
        startedAt = now;
        dueOn = now.atZone(zone).toLocalDate().plusDays(days);
    }

    /** The last second of the due day in that zone. */
    public Instant dueAt(ZoneId zone) {
        return dueOn.plusDays(1).atStartOfDay(zone).minusSeconds(1).toInstant();
    }

    public void voided() {
        require(State.PREPARED);
        state = State.VOIDED;
    }

    /** The handover was a mistake: it is prepared as before. */
    public void notStarted() {
        if (state != State.VOIDED) {
            require(State.RUNNING);
        }
        state = State.PREPARED;
        startedAt = null;
        dueOn = null;
    }

    /** Whether the patron had it by then; people type a drop-off to the minute. */
    public boolean hadBegunAt(Instant droppedOff) {
        return !droppedOff.isBefore(startedAt.truncatedTo(ChronoUnit.MINUTES));
    }

    public void returned(Instant droppedOff) {
        require(State.RUNNING);
        if (!hadBegunAt(droppedOff)) {
            throw new IllegalArgumentException("the loan had not begun at " + droppedOff);
        }
        state = State.RETURNED;
        returnedAt = droppedOff;
    }

    /** The return was a mistake: it runs on, as if nothing had happened. */
    public void reopen() {
        require(State.RETURNED);
        state = State.RUNNING;
        returnedAt = null;
    }

    private void require(State expected) {
        if (state != expected) {
            throw new IllegalStateException("the loan is " + state + ", not " + expected);
        }
    }

    public UUID id() {
        return id;
    }

    /** After a while it is not known any more whose it was. */
    public boolean isSomebodys() {
        return patron != null;
    }

    public UUID copy() {
        return copy;
    }

    public UUID patron() {
        return patron;
    }

    public UUID reservation() {
        return reservation;
    }

    public State state() {
        return state;
    }

    /** The handover, or null before it. */
    public Instant startedAt() {
        return startedAt;
    }

    /** The drop-off, or null before it. */
    public Instant returnedAt() {
        return returnedAt;
    }

    public LocalDate dueOn() {
        return dueOn;
    }
}
