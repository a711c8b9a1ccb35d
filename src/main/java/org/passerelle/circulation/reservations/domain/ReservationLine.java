package org.passerelle.circulation.reservations.domain;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

/** One document asked for, and the copy that answers. */
@Entity
@Table(name = "reservation_line")
public class ReservationLine {

    @Id
    private UUID id;
    @ManyToOne(optional = false)
    @JoinColumn(name = "reservation")
    private Reservation reservation;
    private int position;
    private UUID title;
    private UUID copy;
    @Enumerated(EnumType.STRING)
    private LineState state;
    private boolean setAside;

    protected ReservationLine() {
    }

    ReservationLine(Reservation reservation, int position, UUID title, UUID copy, boolean setAside) {
        this.id = UUID.randomUUID();
        this.reservation = reservation;
        this.position = position;
        this.title = title;
        this.copy = copy;
        this.state = LineState.HELD;
        this.setAside = setAside;
    }

    public UUID id() {
        return id;
    }

    public UUID title() {
        return title;
    }

    /** The copy promised, or the last one tried where none was found. */
    public UUID copy() {
        return copy;
    }

    public LineState state() {
        return state;
    }

    /** The copy stands apart, where it was set aside, and not on its shelf. */
    public boolean isSetAside() {
        return setAside && state != LineState.PICKED;
    }

    void picked() {
        move(EnumSet.of(LineState.HELD), LineState.PICKED);
    }

    void answeredBy(UUID otherCopy) {
        if (state != LineState.HELD && state != LineState.PICKED && state != LineState.MISSING) {
            throw new IllegalStateException("no other copy can answer a line that is " + state);
        }
        copy = otherCopy;
        state = LineState.HELD;
        setAside = false;
    }

    void missing() {
        setAside = isSetAside();
        move(EnumSet.of(LineState.HELD, LineState.PICKED, LineState.TO_PUT_BACK), LineState.MISSING);
    }

    void bagged() {
        move(EnumSet.of(LineState.PICKED), LineState.BAGGED);
        setAside = false;
    }

    void collected() {
        move(EnumSet.of(LineState.BAGGED, LineState.TO_PUT_BACK), LineState.COLLECTED);
    }

    /** What left the shelf must come back to it; what did not is simply let go. */
    void givenUp() {
        if (state == LineState.HELD && !setAside) {
            state = LineState.RELEASED;
        } else if (state == LineState.HELD || state == LineState.PICKED || state == LineState.BAGGED) {
            state = LineState.TO_PUT_BACK;
        }
    }

    void putBack() {
        move(EnumSet.of(LineState.TO_PUT_BACK), LineState.PUT_BACK);
    }

    /** It was said by mistake that it is picked, in the bag, or back: it is as before. */
    public void notAfterAll() {
        state = switch (state) {
            case PICKED -> LineState.HELD;
            case BAGGED -> LineState.PICKED;
            case PUT_BACK -> LineState.TO_PUT_BACK;
            default -> throw new IllegalStateException("nothing to take back from a line that is " + state);
        };
    }

    /** Handed over, or left by who came, by mistake: it is in the bag as before. */
    void backInBag() {
        move(EnumSet.of(LineState.COLLECTED, LineState.TO_PUT_BACK), LineState.BAGGED);
    }

    private void move(Set<LineState> from, LineState to) {
        if (!from.contains(state)) {
            throw new IllegalStateException("a line that is " + state + " cannot become " + to);
        }
        state = to;
    }
}
