package org.passerelle.team.returns.domain;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One thing that is arranged for somebody's work: from whom it comes, whether it is agreed, when it is looked at again. */
@Entity
@Table(name = "work_measure")
public class WorkMeasure {

    public enum State {
        PROPOSED, AGREED, OVER
    }

    @Id
    private UUID id;
    @Version
    private int version;
    private UUID workReturn;
    private UUID agent;
    @Enumerated(EnumType.STRING)
    private MeasureKind kind;
    @Enumerated(EnumType.STRING)
    private MeasureSource source;
    @Enumerated(EnumType.STRING)
    private State state;
    private String days;
    private LocalDate reviewOn;
    private LocalDate overOn;
    private UUID note;

    protected WorkMeasure() {
    }

    /**
     * @param reviewOn when it is looked at again, or null for what is done once
     * @param note     a sealed text of the one who wrote it, or null
     */
    public WorkMeasure(WorkReturn of, MeasureKind kind, MeasureSource source, Collection<DayOfWeek> days, LocalDate reviewOn,
                       UUID note) {
        this.id = UUID.randomUUID();
        this.workReturn = of.id();
        this.agent = of.agent();
        this.kind = kind;
        this.source = source;
        this.state = State.PROPOSED;
        this.days = written(days);
        this.reviewOn = reviewOn;
        this.note = note;
    }

    private static String written(Collection<DayOfWeek> days) {
        return days.isEmpty() ? null : EnumSet.copyOf(days).stream().map(Enum::name).collect(Collectors.joining(","));
    }

    public void change(Collection<DayOfWeek> newDays, LocalDate newReviewOn) {
        days = written(newDays);
        reviewOn = newReviewOn;
    }

    public void agree() {
        state = State.AGREED;
    }

    /** It is agreed, and holds until it is looked at again; what is done once does not. */
    public boolean isInForce() {
        return state == State.AGREED && reviewOn != null;
    }

    /** It goes on, and is looked at again that day. */
    public void goOnUntil(LocalDate next) {
        if (state != State.AGREED) {
            throw new IllegalStateException("not in force: " + state);
        }
        reviewOn = next;
    }

    /** @param today from when on it is kept for a while, and then forgotten */
    public void end(LocalDate today) {
        state = State.OVER;
        overOn = today;
    }

    public UUID id() {
        return id;
    }

    public UUID workReturn() {
        return workReturn;
    }

    public UUID agent() {
        return agent;
    }

    public MeasureKind kind() {
        return kind;
    }

    public MeasureSource source() {
        return source;
    }

    public State state() {
        return state;
    }

    /** The weekdays that it is about; none where it is about every day. */
    public Set<DayOfWeek> days() {
        return days == null ? Set.of() : Stream.of(days.split(",")).map(DayOfWeek::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(DayOfWeek.class)));
    }

    public LocalDate reviewOn() {
        return reviewOn;
    }

    /** The id of its sealed text. */
    public Optional<UUID> note() {
        return Optional.ofNullable(note);
    }
}
