package org.passerelle.team.returns.service;

import java.util.Set;
import java.util.UUID;
import org.passerelle.platform.process.UserTask;
import org.passerelle.platform.process.UserTaskEvent;
import org.passerelle.platform.time.AppClock;
import org.passerelle.team.returns.domain.FollowUp;
import org.passerelle.team.returns.domain.Preparation;
import org.passerelle.team.returns.domain.ReturnStage;
import org.passerelle.team.returns.domain.WorkReturn;
import org.passerelle.team.returns.domain.WorkReturnOutcome;
import org.passerelle.team.returns.domain.WorkReturns;
import org.passerelle.team.returns.process.ReturnToWorkProcess;
import org.passerelle.team.returns.process.ReturnToWorkProcess.Tasks;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What a return's case does by itself. */
@Service
@Transactional
public class ReturnSteps {

    /** What an agent is asked while they are away; the first question is told by a step of its own. */
    private static final Set<String> TOLD_BY_MAIL = Set.of(Tasks.CHOOSE_TALK, Tasks.CONFIRM_MEASURES);

    private final WorkReturns returns;
    private final ReturnProposals proposals;
    private final MeasuresInForce measures;
    private final HealthSupports supports;
    private final ReturnNews news;
    private final AppClock clock;

    ReturnSteps(WorkReturns returns, ReturnProposals proposals, MeasuresInForce measures, HealthSupports supports,
                ReturnNews news, AppClock clock) {
        this.returns = returns;
        this.proposals = proposals;
        this.measures = measures;
        this.supports = supports;
        this.news = news;
        this.clock = clock;
    }

    /** Something waits for somebody who is not at work, and does not see it in the inbox. */
    public void invite(UUID id) {
        WorkReturn about = returns.lockById(id).orElseThrow();
        if (about.isOpen() && about.preparation() == Preparation.NEEDS) {
            news.remind(about);
        }
    }

    /** A first part of the time to answer has gone. */
    public void remind(UUID id) {
        WorkReturn about = returns.lockById(id).orElseThrow();
        if (about.isOpen() && about.preparation() == Preparation.NEEDS) {
            news.remind(about);
            news.itself(about, "reminded");
        }
    }

    /** Most of it has gone: then somebody calls. */
    public void remindForTheLastTime(UUID id) {
        WorkReturn about = returns.lockById(id).orElseThrow();
        if (about.isOpen() && about.preparation() == Preparation.NEEDS) {
            news.remindForTheLastTime(about);
            news.itself(about, "reminded");
        }
    }

    /** The day of return has gone by, and nobody has said whether the person came. */
    public void remindManager(UUID id) {
        WorkReturn about = returns.lockById(id).orElseThrow();
        if (about.isOpen() && about.stage() == ReturnStage.BRIEFING && about.manager().isPresent()) {
            news.remindManager(about);
            news.itself(about, "managerReminded");
        }
    }

    public void remindToSign(UUID id) {
        WorkReturn about = returns.lockById(id).orElseThrow();
        if (about.isOpen() && about.stage() == ReturnStage.TO_SIGN) {
            news.remind(about);
            news.itself(about, "remindedToSign");
        }
    }

    /** Nobody signs for somebody else, and nobody is held up by it. */
    public void notSigned(UUID id) {
        WorkReturn about = returns.lockById(id).orElseThrow();
        about.notSigned();
        news.itself(about, "notSigned");
    }

    public void proposeMeasures(UUID id) {
        WorkReturn about = returns.lockById(id).orElseThrow();
        proposals.propose(about);
        news.itself(about, "measuresProposed");
    }

    /** Every follow-up talk was held or skipped, or time is up. What was agreed stays in force, and is looked at again on its day. */
    public void close(UUID id) {
        WorkReturn about = returns.lockById(id).orElseThrow();
        news.nothingMoreToTell(id);
        about.end(WorkReturnOutcome.CLOSED, clock.instant());
        news.itself(about, "closed");
    }

    /**
     * What nobody has done in all that time is not waited for any more, and told as not done. What was recorded and never confirmed
     * is not in force; what is in force stays so.
     */
    public void noteUnfinished(UUID id) {
        WorkReturn about = returns.lockById(id).orElseThrow();
        measures.dropProposals(id);
        about.talksNotHeld();
        news.shownItself(about, "unfinished");
    }

    /** Somebody has been away for long without a day: perhaps there is one, and nobody has said so. */
    public void askForDay(UUID id) {
        news.askForDay(returns.lockById(id).orElseThrow());
    }

    /** Nobody of occupational health has written anything in a year: otherwise the return would be kept for ever. */
    public void supportUnanswered(UUID support) {
        WorkReturn about = supports.returnOf(support).flatMap(returns::lockById).orElseThrow();
        supports.end(support);
        news.unanswered(about, support);
    }

    /** What time has brought about: a day has come, nobody has answered. Before the task is described. */
    @Order(Ordered.HIGHEST_PRECEDENCE)
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void follow(UserTaskEvent event) {
        UserTask task = event.task();
        if (event.kind() == UserTaskEvent.Kind.CREATED && task.process().processKey().equals(ReturnToWorkProcess.KEY)) {
            UUID id = task.process().id();
            int talk = Tasks.afterDays(task.taskKey());
            if (task.taskKey().equals(Tasks.CALL_AGENT)) {
                returns.lockById(id).orElseThrow().nobodyAnswered();
            } else if (task.taskKey().equals(Tasks.HOLD_BRIEFING)) {
                returns.lockById(id).orElseThrow().dayHasCome();
            } else if (TOLD_BY_MAIL.contains(task.taskKey())) {
                news.remind(returns.findById(id).orElseThrow());
            } else if (talk > 0) {
                returns.lockById(id).orElseThrow().followUp(talk, FollowUp.State.DUE);
            }
        }
    }
}
