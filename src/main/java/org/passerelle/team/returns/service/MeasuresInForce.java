package org.passerelle.team.returns.service;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.passerelle.platform.time.AppClock;
import org.passerelle.team.returns.domain.MeasureKind;
import org.passerelle.team.returns.domain.MeasureSource;
import org.passerelle.team.returns.domain.WorkMeasure;
import org.passerelle.team.returns.domain.WorkMeasures;
import org.passerelle.team.returns.domain.WorkReturn;
import org.passerelle.team.returns.domain.WorkReturns;
import org.passerelle.team.returns.process.MeasureReviewProcess;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Measures that hold: each that is looked at again has a case of its own for that. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class MeasuresInForce {

    private final WorkMeasures measures;
    private final WorkReturns returns;
    private final MeasureReviewProcess process;
    private final ReturnAccess access;
    private final ShortNotes notes;
    private final AppClock clock;

    MeasuresInForce(WorkMeasures measures, WorkReturns returns, MeasureReviewProcess process, ReturnAccess access, ShortNotes notes,
                    AppClock clock) {
        this.measures = measures;
        this.returns = returns;
        this.process = process;
        this.access = access;
        this.notes = notes;
        this.clock = clock;
    }

    List<WorkMeasure> of(UUID workReturn) {
        return measures.findByWorkReturnOrderByKindAscIdAsc(workReturn);
    }

    /**
     * What was agreed of the same kind before ends, at this return or at an earlier one. What occupational health wrote ends only
     * by what they write anew, and they end nothing that manager and agent have agreed on.
     */
    void inForce(WorkReturn about, Collection<WorkMeasure> agreed) {
        List<WorkMeasure> replaced = measures.findByAgentAndState(about.agent(), WorkMeasure.State.AGREED).stream()
                .filter(before -> agreed.stream().anyMatch(now -> now.kind() == before.kind()
                        && (now.source() == MeasureSource.HEALTH) == (before.source() == MeasureSource.HEALTH))).toList();
        replaced.stream().map(WorkMeasure::workReturn).filter(earlier -> !earlier.equals(about.id())).distinct().sorted()
                .forEach(returns::lockById);
        replaced.forEach(this::end);
        agreed.forEach(WorkMeasure::agree);
        measures.saveAll(agreed);
        measures.flush();
        agreed.stream().filter(measure -> measure.reviewOn() != null).forEach(measure -> process.start(measure.id(),
                about.manager().orElse(null), access.timesOf(about.agent()).morningOf(measure.reviewOn())));
    }

    /** Nothing of it holds any more. */
    void end(UUID workReturn) {
        of(workReturn).stream().filter(measure -> measure.state() != WorkMeasure.State.OVER).forEach(this::end);
    }

    private void end(WorkMeasure measure) {
        boolean reviewed = measure.isInForce();
        measure.end(access.timesOf(measure.agent()).dayOf(clock.instant()));
        if (reviewed) {
            process.noLongerInForce(measure.id());
        }
    }

    /** What was only proposed is proposed no more, and its notes are forgotten. */
    void dropProposals(UUID workReturn) {
        dropProposals(workReturn, Set.of());
    }

    /** @param kept kinds that are recorded anew, with the notes that this answers */
    Map<MeasureKind, UUID> dropProposals(UUID workReturn, Set<MeasureKind> kept) {
        List<WorkMeasure> proposed = of(workReturn).stream().filter(measure -> measure.state() == WorkMeasure.State.PROPOSED).toList();
        Map<MeasureKind, UUID> goOn = new EnumMap<>(MeasureKind.class);
        List<UUID> forgotten = new ArrayList<>();
        for (WorkMeasure measure : proposed) {
            measure.note().ifPresent(note -> {
                if (kept.contains(measure.kind())) {
                    goOn.put(measure.kind(), note);
                } else {
                    forgotten.add(note);
                }
            });
        }
        measures.deleteAll(proposed);
        measures.flush();
        notes.forget(forgotten);
        return goOn;
    }

    /** The reviews are this manager's from now on. */
    void reviewedBy(UUID workReturn, UUID manager) {
        of(workReturn).stream().filter(WorkMeasure::isInForce).forEach(measure -> process.reviewedBy(measure.id(), manager));
    }
}
