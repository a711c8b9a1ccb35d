package org.passerelle.team.members.domain;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** Some days that somebody would like to be away, or elsewhere; seen by the whole team before anybody decides. */
@Entity
@Table(name = "leave_wish")
public class LeaveWish {

    public enum State {
        /** Nobody has decided, or nobody decides in this team. */
        WISHED, AGREED, DECLINED, TAKEN_BACK;

        /** Whether it counts in the calendar. */
        public boolean holds() {
            return this == WISHED || this == AGREED;
        }
    }

    @Id
    private UUID id;
    @Version
    private int version;
    private UUID agent;
    private LocalDate starts;
    private LocalDate ends;
    @Enumerated(EnumType.STRING)
    private LeaveKind kind;
    @Enumerated(EnumType.STRING)
    private State state;
    private boolean awaited;
    private Instant wishedAt;

    protected LeaveWish() {
    }

    /**
     * @param ends    the last day
     * @param awaited whether somebody decides on it
     */
    public LeaveWish(UUID agent, LocalDate starts, LocalDate ends, LeaveKind kind, boolean awaited, Instant now) {
        this.id = UUID.randomUUID();
        this.agent = agent;
        this.starts = starts;
        this.ends = ends;
        this.kind = kind;
        this.awaited = awaited;
        this.state = State.WISHED;
        this.wishedAt = now;
    }

    public void decide(boolean agreed) {
        if (!awaited) {
            throw new IllegalStateException("nobody decides on it any more");
        }
        awaited = false;
        state = agreed ? State.AGREED : State.DECLINED;
    }

    public void takeBack() {
        if (!state.holds()) {
            throw new IllegalStateException("a wish that is " + state);
        }
        awaited = false;
        state = State.TAKEN_BACK;
    }

    public UUID id() {
        return id;
    }

    public UUID agent() {
        return agent;
    }

    public LocalDate starts() {
        return starts;
    }

    public LocalDate ends() {
        return ends;
    }

    public LeaveKind kind() {
        return kind;
    }

    public State state() {
        return state;
    }

    /** Whether somebody is to decide on it. */
    public boolean isAwaited() {
        return awaited;
    }
}
