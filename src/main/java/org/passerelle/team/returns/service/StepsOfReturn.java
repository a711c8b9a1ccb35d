package org.passerelle.team.returns.service;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.passerelle.platform.process.steps.Step;
import org.passerelle.platform.process.steps.StepFact;
import org.passerelle.team.returns.domain.FollowUp;
import org.passerelle.team.returns.domain.Preparation;
import org.passerelle.team.returns.domain.ReturnStage;
import org.passerelle.team.returns.domain.ReturnTimes;
import org.passerelle.team.returns.domain.WorkReturnOutcome;

/**
 * What the row of a return knows of its steps: on which day it is or was, when the talks are, which were left out, and that what
 * was done before another absence is to be done again.
 */
final class StepsOfReturn {

    private final boolean open;
    private final boolean closed;
    private final Preparation preparation;
    private final ReturnStage stage;
    private final LocalDate returnOn;
    private final LocalDate cameBackOn;
    private final Map<Integer, FollowUp.State> talks = new HashMap<>();

    private StepsOfReturn(ResultSet row) throws SQLException {
        String outcome = row.getString("outcome");
        open = outcome == null;
        closed = WorkReturnOutcome.CLOSED.name().equals(outcome);
        preparation = Preparation.valueOf(row.getString("preparation"));
        stage = ReturnStage.valueOf(row.getString("back"));
        returnOn = day(row.getDate("return_on"));
        cameBackOn = day(row.getDate("came_back_on"));
        Stream.ofNullable(row.getString("talks")).flatMap(all -> Stream.of(all.split(","))).map(each -> each.split(" "))
                .forEach(each -> talks.put(Integer.valueOf(each[0]), FollowUp.State.valueOf(each[1])));
    }

    static List<StepFact> of(ResultSet row) throws SQLException {
        return new StepsOfReturn(row).facts();
    }

    private List<StepFact> facts() {
        List<StepFact> facts = new ArrayList<>();
        if (open && preparation.compareTo(Preparation.TALK_TO_PROPOSE) < 0) {
            facts.add(new StepFact("needs", Step.State.TO_COME, null));
            facts.add(new StepFact("talk", Step.State.TO_COME, null));
        }
        if (open && preparation.compareTo(Preparation.MEASURES_TO_AGREE) < 0) {
            facts.add(new StepFact("measures", Step.State.TO_COME, null));
        }
        facts.add(back());
        ReturnTimes.FOLLOW_UPS.forEach(days -> facts.add(talk(days)));
        return facts;
    }

    private StepFact back() {
        if (cameBackOn != null) {
            // Once no talk is to come, easing in is all that is left of the return.
            return new StepFact("back", stage == ReturnStage.THERE && talks.values().stream().anyMatch(FollowUp.State::isToCome)
                    ? Step.State.DONE : null, cameBackOn);
        }
        if (open) {
            return new StepFact("back", Step.State.TO_COME, returnOn);
        }
        // Closed after a long time, and nobody has ever said that the person came back.
        return new StepFact("back", closed ? Step.State.SKIPPED : null, null);
    }

    /** Planned from the real return on; before it, from the day that is known. */
    private StepFact talk(int afterDays) {
        String step = "day" + afterDays;
        LocalDate from = cameBackOn == null ? returnOn : cameBackOn;
        LocalDate planned = open && from != null ? from.plusDays(afterDays) : null;
        return switch (talks.get(afterDays)) {
            case HELD, NOT_HELD -> new StepFact(step, null, null);
            case SKIPPED -> new StepFact(step, Step.State.SKIPPED, null);
            case DUE -> new StepFact(step, open ? Step.State.CURRENT : null, planned);
            case PLANNED -> new StepFact(step, open ? isNext(afterDays) ? Step.State.CURRENT : Step.State.TO_COME : null, planned);
            case null -> new StepFact(step, open ? Step.State.TO_COME : null, planned);
        };
    }

    /** At work again, with all agreed: nothing is to be done before that talk. */
    private boolean isNext(int afterDays) {
        return stage == ReturnStage.THERE && preparation == Preparation.DONE && talks.entrySet().stream()
                .noneMatch(each -> each.getValue().isToCome() && each.getKey() < afterDays);
    }

    private static LocalDate day(Date day) {
        return day == null ? null : day.toLocalDate();
    }
}
