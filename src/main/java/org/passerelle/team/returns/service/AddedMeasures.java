package org.passerelle.team.returns.service;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.passerelle.platform.CommonRefusal;
import org.passerelle.platform.FieldError;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.process.Gesture;
import org.passerelle.platform.time.AppClock;
import org.passerelle.team.returns.domain.MeasureKind;
import org.passerelle.team.returns.domain.MeasureSource;
import org.passerelle.team.returns.domain.Preparation;
import org.passerelle.team.returns.domain.WorkMeasure;
import org.passerelle.team.returns.domain.WorkMeasures;
import org.passerelle.team.returns.domain.WorkReturn;
import org.springframework.stereotype.Service;

/**
 * A manager adds a measure. Before the talk it is one more to agree on there; later the agent agrees to it, or does not, on
 * their own page.
 */
@Service
@Gesture
public class AddedMeasures {

    private final WorkMeasures measures;
    private final MeasuresInForce inForce;
    private final ReturnAccess access;
    private final ShortNotes notes;
    private final ReturnNews news;
    private final AppClock clock;

    AddedMeasures(WorkMeasures measures, MeasuresInForce inForce, ReturnAccess access, ShortNotes notes, ReturnNews news, AppClock clock) {
        this.measures = measures;
        this.inForce = inForce;
        this.access = access;
        this.notes = notes;
        this.news = news;
        this.clock = clock;
    }

    /**
     * @param kind     from {@link MeasureKind#OF_MANAGERS}
     * @param days     weekdays of telework, or none for every day
     * @param reviewOn null for what is done once
     * @param note     short, about work alone
     */
    public record Added(MeasureKind kind, Set<DayOfWeek> days, LocalDate reviewOn, String note) {
    }

    /** Refused for kind, reviewOn and note. */
    public Outcome<Void> add(UUID id, Added typed) {
        WorkReturn about = access.lockedForBoth(id).filter(access::manages).orElse(null);
        if (about == null) {
            return Outcome.refused(CommonRefusal.NOT_FOUND);
        }
        List<WorkMeasure> there = inForce.of(id);
        if (!about.mayAddMeasure(there.stream().anyMatch(WorkMeasure::isInForce))) {
            return Outcome.refused(CommonRefusal.NO_LONGER_TO_DO);
        }
        Optional<Outcome<Void>> wrong = wrong(about, there, typed);
        if (wrong.isPresent()) {
            return wrong.get();
        }
        measures.save(new WorkMeasure(about, typed.kind(), MeasureSource.MANAGER, typed.kind() == MeasureKind.TELEWORK ? typed.days() : Set.of(),
                typed.kind().isOnce() ? null : typed.reviewOn(), notes.seal(about, ShortNotes.MEASURE, typed.note())));
        news.staff(about, "measureAdded", typed.kind().messageKey());
        if (isForTheAgent(about)) {
            news.measureToAgreeTo(about);
        }
        return Outcome.done();
    }

    private Optional<Outcome<Void>> wrong(WorkReturn about, List<WorkMeasure> there, Added typed) {
        List<FieldError> errors = new ArrayList<>();
        if (typed.kind() == null) {
            errors.add(new FieldError("kind", "team.error.kind"));
        } else if (!MeasureKind.OF_MANAGERS.contains(typed.kind())) {
            throw new IllegalArgumentException(typed.kind() + " is no measure that a manager adds");
        } else if (there.stream().anyMatch(one -> one.kind() == typed.kind() && one.state() != WorkMeasure.State.OVER
                && one.source() != MeasureSource.HEALTH)) {
            errors.add(new FieldError("kind", "team.error.kindThere"));
        } else if (!ReturnDesk.isReview(typed.kind(), typed.reviewOn(), access.timesOf(about.agent()).dayOf(clock.instant()))) {
            errors.add(new FieldError("reviewOn", "team.error.reviewOn"));
        }
        return errors.isEmpty() ? ShortNotes.wrong(typed.note()) : Optional.of(Outcome.refused(CommonRefusal.FIELDS_WRONG, errors.toArray()));
    }

    /** Agreed on in no talk any more. */
    private static boolean isForTheAgent(WorkReturn about) {
        return about.preparation() == Preparation.DONE;
    }

    /** One's own; from now on it is in force. */
    public Outcome<Void> agreeTo(UUID measure) {
        return mine(measure, (about, added) -> {
            inForce.inForce(about, List.of(added));
            news.staff(about, "measureAgreed", added.kind().messageKey());
        });
    }

    /** One's own; nothing of its note is kept. */
    public Outcome<Void> decline(UUID measure) {
        return mine(measure, (about, added) -> {
            measures.delete(added);
            measures.flush();
            notes.forget(added.note().stream().toList());
            news.staff(about, "measureDeclined", added.kind().messageKey());
        });
    }

    private Outcome<Void> mine(UUID measure, BiConsumer<WorkReturn, WorkMeasure> gesture) {
        WorkReturn about = measures.findById(measure).flatMap(found -> access.lockedForAgent(found.workReturn())).orElse(null);
        if (about == null) {
            return Outcome.refused(CommonRefusal.NOT_FOUND);
        }
        WorkMeasure added = inForce.of(about.id()).stream().filter(one -> one.id().equals(measure)
                && one.state() == WorkMeasure.State.PROPOSED).findFirst().orElse(null);
        if (added == null || !isForTheAgent(about)) {
            return Outcome.refused(CommonRefusal.NO_LONGER_TO_DO);
        }
        gesture.accept(about, added);
        return Outcome.done();
    }
}
