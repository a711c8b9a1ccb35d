package org.passerelle.team.returns.service;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.passerelle.platform.policy.DecisionTables;
import org.passerelle.platform.policy.PolicyTable;
import org.passerelle.team.returns.domain.MeasureKind;
import org.passerelle.team.returns.domain.MeasureSource;
import org.passerelle.team.returns.domain.Needs;
import org.passerelle.team.returns.domain.Preparation;
import org.passerelle.team.returns.domain.ReturnTimes;
import org.passerelle.team.returns.domain.WorkMeasure;
import org.passerelle.team.returns.domain.WorkMeasures;
import org.passerelle.team.returns.domain.WorkReturn;
import org.passerelle.team.returns.domain.WorkReturns;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Measures that are proposed for a return: what the agent asks for, and what the table says. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class ReturnProposals {

    private final DecisionTables tables;
    private final WorkReturns returns;
    private final WorkMeasures measures;
    private final SealedNeeds sealed;
    private final HealthSupports health;

    ReturnProposals(DecisionTables tables, WorkReturns returns, WorkMeasures measures, SealedNeeds sealed, HealthSupports health) {
        this.tables = tables;
        this.returns = returns;
        this.measures = measures;
        this.sealed = sealed;
        this.health = health;
    }

    /** What the table answers. @param health whether an appointment with occupational health is proposed */
    record Proposal(Set<MeasureKind> measures, int easingDays, boolean health, int reviewAfterDays) {
    }

    static Proposal read(Map<String, Object> row) {
        Set<MeasureKind> kinds = EnumSet.noneOf(MeasureKind.class);
        ((Collection<?>) row.get("measures")).forEach(name -> kinds.add(MeasureKind.valueOf((String) name)));
        return new Proposal(kinds, ((Number) row.get("easingDays")).intValue(), (Boolean) row.get("healthAppointment"),
                ((Number) row.get("reviewAfterDays")).intValue());
    }

    /** What the table is asked. */
    static Map<String, Object> asked(WorkReturn about, boolean health) {
        return Map.of("away", ReturnTimes.away(about.awaySince(), about.returnOn()), "healthAsked", health);
    }

    /** Proposes for the first time, and calls occupational health where the agent or the table asks for it. */
    void propose(WorkReturn about) {
        Needs needs = sealed.forStep(about);
        Proposal proposal = decide(about, needs);
        if (proposal.health()) {
            health.open(about);
        }
        write(about, needs, proposal);
        about.measuresProposed(proposal.easingDays());
    }

    /** By the newest table, for these returns as long as nothing is agreed. @return how many */
    int proposeAnew(Set<UUID> cases) {
        int followed = 0;
        for (UUID id : cases.stream().sorted().toList()) {
            WorkReturn about = returns.lockById(id).filter(WorkReturn::isOpen)
                    .filter(each -> WorkReturn.PROPOSED.contains(each.preparation()) && each.returnOn() != null).orElse(null);
            if (about != null) {
                measures.deleteAll(measures.findByWorkReturnOrderByKindAscIdAsc(id).stream()
                        .filter(each -> each.state() == WorkMeasure.State.PROPOSED && each.source() != MeasureSource.MANAGER).toList());
                Needs needs = sealed.forStep(about);
                Proposal proposal = decide(about, needs);
                if (proposal.health() && !health.hasBeen(id)) {
                    health.open(about);
                }
                write(about, needs, proposal);
                about.proposedAnew(proposal.easingDays());
                followed++;
            }
        }
        return followed;
    }

    /**
     * Read without a trace in the engine's history: a wish to see occupational health is nobody's to find there. Nor in what
     * managers see: the wish decides about the appointment alone, whatever else the row for it says.
     */
    private Proposal decide(WorkReturn about, Needs needs) {
        PolicyTable.Answers answers = tables.answers(MeasuresTable.SHAPE, tables.newest(MeasuresTable.KEY));
        Proposal shown = read(answers.to(asked(about, false)));
        return new Proposal(shown.measures(), shown.easingDays(), read(answers.to(asked(about, needs.health()))).health(),
                shown.reviewAfterDays());
    }

    /** What the agent asked for, and nobody has recorded, is forgotten; what the table says of the same kind comes in its place. */
    void dropWishes(WorkReturn about) {
        List<WorkMeasure> wished = about.preparation() == Preparation.MEASURES_TO_CONFIRM ? List.of()
                : measures.findByWorkReturnOrderByKindAscIdAsc(about.id()).stream().filter(each -> each.state() == WorkMeasure.State.PROPOSED
                        && each.source() == MeasureSource.AGENT).toList();
        if (!wished.isEmpty()) {
            Set<MeasureKind> table = decide(about, Needs.NONE).measures();
            measures.deleteAll(wished);
            measures.saveAll(wished.stream().filter(each -> table.contains(each.kind()))
                    .map(each -> measure(about, each.kind(), MeasureSource.RULE, Set.of(), each.reviewOn())).toList());
        }
    }

    private void write(WorkReturn about, Needs needs, Proposal proposal) {
        LocalDate review = about.returnOn().plusDays(proposal.reviewAfterDays());
        Map<MeasureKind, WorkMeasure> proposed = new EnumMap<>(MeasureKind.class);
        proposal.measures().forEach(kind -> proposed.put(kind, measure(about, kind, MeasureSource.RULE, Set.of(), review)));
        if (proposal.easingDays() > 0) {
            proposed.put(MeasureKind.EASING_IN, measure(about, MeasureKind.EASING_IN, MeasureSource.RULE, Set.of(), null));
        }
        wished(needs).forEach(kind -> proposed.put(kind, measure(about, kind, MeasureSource.AGENT,
                kind == MeasureKind.TELEWORK ? needs.telework() : Set.of(), review)));
        // What a manager has added stands already.
        measures.findByWorkReturnOrderByKindAscIdAsc(about.id()).stream().filter(each -> each.state() == WorkMeasure.State.PROPOSED
                && each.source() == MeasureSource.MANAGER).map(WorkMeasure::kind).forEach(proposed::remove);
        measures.saveAll(proposed.values());
    }

    private static WorkMeasure measure(WorkReturn about, MeasureKind kind, MeasureSource source, Set<DayOfWeek> days, LocalDate review) {
        return new WorkMeasure(about, kind, source, days, kind.isOnce() ? null : review, null);
    }

    private static List<MeasureKind> wished(Needs needs) {
        List<MeasureKind> kinds = new ArrayList<>();
        if (!needs.telework().isEmpty()) {
            kinds.add(MeasureKind.TELEWORK);
        }
        if (needs.hours() != null && needs.hours() != Needs.Hours.AS_BEFORE) {
            kinds.add(MeasureKind.ADAPTED_HOURS);
        }
        if (needs.post() != null && needs.post() != Needs.PostWish.SAME) {
            kinds.add(MeasureKind.ADAPTED_POST);
        }
        if (!needs.equipment().isEmpty()) {
            kinds.add(MeasureKind.EQUIPMENT);
        }
        return kinds;
    }
}
