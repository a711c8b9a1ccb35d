package org.passerelle.team.returns.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.passerelle.platform.policy.DecisionTables;
import org.passerelle.platform.policy.PolicyShape;
import org.passerelle.platform.policy.PolicyShape.Input;
import org.passerelle.platform.policy.PolicyShape.Output;
import org.passerelle.platform.policy.PolicyTable;
import org.passerelle.team.returns.domain.MeasureKind;
import org.passerelle.team.returns.domain.WorkReturn;
import org.passerelle.team.returns.domain.WorkReturns;
import org.passerelle.team.returns.service.ReturnProposals.Proposal;
import org.springframework.stereotype.Component;

/** What is proposed for a return: asked for a length and a wish, never for a reason. */
@Component
class MeasuresTable implements PolicyTable {

    static final String KEY = "return-measures";

    static final PolicyShape SHAPE = new PolicyShape(KEY,
            List.of(new Input("away", List.of("UNKNOWN", "SHORT", "LONG")), Input.flag("healthAsked")),
            List.of(Output.choices("measures", MeasureKind.OF_THE_TABLE.stream().map(Enum::name).toList()),
                    Output.number("easingDays", 0, 30), Output.flag("healthAppointment"), Output.number("reviewAfterDays", 7, 365)),
            List.of());

    private final DecisionTables tables;
    private final WorkReturns returns;
    private final ReturnAccess access;
    private final ReturnProposals proposals;

    MeasuresTable(DecisionTables tables, WorkReturns returns, ReturnAccess access, ReturnProposals proposals) {
        this.tables = tables;
        this.returns = returns;
        this.access = access;
        this.proposals = proposals;
    }

    @Override
    public PolicyShape shape() {
        return SHAPE;
    }

    /** How many returns are undecided is nobody's to read who does not manage their teams. */
    @Override
    public boolean isPrivate() {
        return true;
    }

    /**
     * Returns for which nothing is agreed yet, of the teams of who is signed in: of the others they learn nothing, and those
     * keep what was proposed.
     */
    @Override
    public Impact impact(Answers proposed, Predicate<UUID> follows) {
        Answers now = tables.answers(SHAPE, tables.newest(KEY));
        List<Change> changes = new ArrayList<>();
        for (WorkReturn each : undecided()) {
            // As if occupational health had not been asked for: otherwise a row that only such returns meet would tell whose they are.
            Map<String, Object> asked = ReturnProposals.asked(each, false);
            Proposal before = ReturnProposals.read(now.to(asked));
            Proposal after = ReturnProposals.read(proposed.to(asked));
            if (!before.equals(after)) {
                changes.add(new Change(each.id(), access.nameOf(each.agent()), access.branchOf(each.agent()).orElseThrow().name(),
                        access.timesOf(each.agent()).zone(), words(before), words(after)));
            }
        }
        return new Impact("policy.returns", changes, List.of(new Remark("policy.returns.next")), List.of());
    }

    private static Remark words(Proposal proposal) {
        return new Remark("policy.returns.proposal", proposal.measures().size(), proposal.easingDays(), proposal.health() ? "YES" : "NO",
                proposal.reviewAfterDays());
    }

    private List<WorkReturn> undecided() {
        return returns.findByOutcomeIsNullAndPreparationIn(WorkReturn.PROPOSED).stream().filter(each -> each.returnOn() != null)
                .filter(access::manages).toList();
    }

    @Override
    public int apply(Set<UUID> cases) {
        return proposals.proposeAnew(cases);
    }
}
