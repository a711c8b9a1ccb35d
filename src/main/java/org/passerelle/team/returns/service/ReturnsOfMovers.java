package org.passerelle.team.returns.service;

import java.util.List;
import java.util.UUID;
import org.passerelle.platform.process.CaseRef;
import org.passerelle.platform.process.UserTasks;
import org.passerelle.platform.secrets.SealedTexts;
import org.passerelle.platform.security.AccountClosed;
import org.passerelle.team.members.AgentMoved;
import org.passerelle.team.members.TeamManagersChanged;
import org.passerelle.team.members.service.TeamAccess;
import org.passerelle.team.returns.domain.WorkMeasure;
import org.passerelle.team.returns.domain.WorkReturn;
import org.passerelle.team.returns.domain.WorkReturns;
import org.passerelle.team.returns.process.MeasureReviewProcess;
import org.passerelle.team.returns.process.ReturnToWorkProcess;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * When people move, their returns move with them: to the managers of the new team go the dates, the measures and what is to be
 * done; what the agent has said stays with those to whom it was said, and so is forgotten. Who is in no team any more has no
 * return. When a manager goes, another of the team takes over; where there is none, human resources.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class ReturnsOfMovers {

    private final WorkReturns returns;
    private final ReturnDesk desk;
    private final ReturnStart start;
    private final MeasuresInForce measures;
    private final TeamAccess teams;
    private final SealedTexts sealed;
    private final ReturnToWorkProcess process;
    private final UserTasks tasks;
    private final ReturnNews news;

    ReturnsOfMovers(WorkReturns returns, ReturnDesk desk, ReturnStart start, MeasuresInForce measures, TeamAccess teams,
                    SealedTexts sealed, ReturnToWorkProcess process, UserTasks tasks, ReturnNews news) {
        this.returns = returns;
        this.desk = desk;
        this.start = start;
        this.measures = measures;
        this.teams = teams;
        this.sealed = sealed;
        this.process = process;
        this.tasks = tasks;
        this.news = news;
    }

    @EventListener
    public void follow(AgentMoved event) {
        if (event.from() == null || event.from().equals(event.to())) {
            return;
        }
        for (WorkReturn about : returns.findByAgentOrderByAnnouncedAtDesc(event.account())) {
            WorkReturn locked = returns.lockById(about.id()).orElseThrow();
            if (event.to() != null) {
                List<UUID> said = locked.loseWhatWasSaid();
                returns.flush();
                sealed.forget(said);
                handTo(locked, event.to());
            } else if (locked.isOpen()) {
                desk.left(locked);
            } else {
                measures.end(locked.id());
            }
        }
    }

    /** After their tasks have been given to whom the model names. */
    @Order(Ordered.LOWEST_PRECEDENCE)
    @EventListener
    public void follow(AccountClosed event) {
        follow(new TeamManagersChanged());
    }

    @EventListener
    public void follow(TeamManagersChanged event) {
        for (WorkReturn about : returns.withMeasuresOrOpen()) {
            boolean goesOn = about.manager().filter(manager -> teams.managersOf(about.team()).contains(manager)).isPresent();
            if (!goesOn) {
                handTo(returns.lockById(about.id()).orElseThrow(), about.team());
            }
        }
    }

    private void handTo(WorkReturn about, UUID team) {
        UUID before = about.manager().orElse(null);
        UUID manager = start.accompanying(about.agent(), team);
        about.goWith(team, manager);
        returns.flush();
        if (about.isOpen()) {
            process.accompaniedBy(about.id(), manager);
            give(ReturnToWorkProcess.caseOf(about.id()), manager);
            news.itself(about, manager == null ? "nobodyAccompanies" : "otherManager");
        }
        if (manager == null && before == null) {
            return;
        }
        measures.reviewedBy(about.id(), manager);
        measures.of(about.id()).stream().filter(measure -> measure.state() == WorkMeasure.State.AGREED)
                .forEach(measure -> give(MeasureReviewProcess.caseOf(measure.id()), manager));
    }

    private void give(CaseRef about, UUID manager) {
        tasks.of(about).stream().filter(task -> !ReturnToWorkProcess.Tasks.OF_THE_AGENT.contains(task.taskKey())).forEach(task -> {
            if (manager == null) {
                tasks.release(task.ref());
            } else {
                tasks.nameAnew(task.ref(), manager);
            }
        });
    }
}
