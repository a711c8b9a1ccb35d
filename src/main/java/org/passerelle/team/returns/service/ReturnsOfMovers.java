package org.passerelle.team.returns.service;

import java.util.List;
import java.util.UUID;
import org.passerelle.platform.process.CaseFactsChanged;
import org.passerelle.platform.process.CaseRef;
import org.passerelle.platform.process.UserTasks;
import org.passerelle.platform.secrets.SealedTexts;
import org.passerelle.platform.security.AccountClosed;
import org.passerelle.platform.time.AppClock;
import org.passerelle.team.members.AgentMoved;
import org.passerelle.team.members.TeamManagersChanged;
import org.passerelle.team.members.service.TeamAccess;
import org.passerelle.team.returns.domain.Preparation;
import org.passerelle.team.returns.domain.WorkMeasure;
import org.passerelle.team.returns.domain.WorkReturn;
import org.passerelle.team.returns.domain.WorkReturns;
import org.passerelle.team.returns.process.MeasureReviewProcess;
import org.passerelle.team.returns.process.ReturnToWorkProcess;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * When people move, their returns move with them: to the managers of the new team go the dates, the measures with what occupational
 * health wrote to them, the story and what is to be done; what the agent has said stays with those to whom it was said, and so is
 * forgotten. A return that is over goes along only where something of it is in force; otherwise its agent alone sees it. Who is in
 * no team any more has no return. When a manager goes, another of the team takes over; where there is none, human resources.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class ReturnsOfMovers {

    private final WorkReturns returns;
    private final ReturnDesk desk;
    private final ReturnStart start;
    private final MeasuresInForce measures;
    private final ReturnProposals proposals;
    private final HealthSupports health;
    private final CasesOfAgent cases;
    private final TeamAccess teams;
    private final SealedTexts sealed;
    private final ReturnToWorkProcess process;
    private final UserTasks tasks;
    private final ReturnNews news;
    private final ApplicationEventPublisher events;
    private final AppClock clock;

    ReturnsOfMovers(WorkReturns returns, ReturnDesk desk, ReturnStart start, MeasuresInForce measures, ReturnProposals proposals,
                    HealthSupports health, CasesOfAgent cases, TeamAccess teams, SealedTexts sealed, ReturnToWorkProcess process,
                    UserTasks tasks, ReturnNews news, ApplicationEventPublisher events, AppClock clock) {
        this.returns = returns;
        this.desk = desk;
        this.start = start;
        this.measures = measures;
        this.proposals = proposals;
        this.health = health;
        this.cases = cases;
        this.teams = teams;
        this.sealed = sealed;
        this.process = process;
        this.tasks = tasks;
        this.news = news;
        this.events = events;
        this.clock = clock;
    }

    @EventListener
    public void follow(AgentMoved event) {
        if (event.from() == null) {
            return;
        }
        if (event.from().equals(event.to())) {
            // Another branch, perhaps: whose its duties' tasks are goes by it.
            cases.of(event.account()).forEach(about -> events.publishEvent(new CaseFactsChanged(about)));
            return;
        }
        for (WorkReturn about : returns.findByAgentOrderByAnnouncedAtDesc(event.account())) {
            WorkReturn locked = returns.lockById(about.id()).orElseThrow();
            if (event.to() != null) {
                List<UUID> said = locked.loseWhatWasSaid();
                proposals.dropWishes(locked);
                returns.flush();
                sealed.forget(said);
                if (goesAlong(locked)) {
                    handTo(locked, event.to());
                } else {
                    measures.dropProposals(locked.id());
                    news.nothingMoreToTell(locked.id());
                    locked.goWith(null, null);
                }
            } else if (locked.isOpen()) {
                desk.left(locked);
            } else {
                measures.end(locked.id());
                health.noLongerNeeded(locked.id());
            }
        }
        if (event.to() != null) {
            cases.of(event.account()).forEach(about -> events.publishEvent(new CaseFactsChanged(about)));
        }
    }

    /** What is over, and arranges nothing any more, is no business of who looks after the person next. */
    private boolean goesAlong(WorkReturn about) {
        return about.isOpen() || health.isOpen(about.id()) || measures.of(about.id()).stream().anyMatch(WorkMeasure::isInForce);
    }

    /** Of somebody who looks after teams. */
    @EventListener
    public void follow(AccountClosed event) {
        if (teams.isManager(event.account())) {
            follow(new TeamManagersChanged());
        }
    }

    @EventListener
    public void follow(TeamManagersChanged event) {
        for (WorkReturn about : returns.withMeasuresOrOpen()) {
            List<UUID> managers = teams.managersOf(about.team());
            boolean goesOn = about.manager().map(managers::contains)
                    .orElseGet(() -> managers.stream().allMatch(about.agent()::equals));
            if (!goesOn) {
                handTo(returns.lockById(about.id()).orElseThrow(), about.team());
            }
        }
    }

    private void handTo(WorkReturn about, UUID team) {
        UUID manager = start.accompanying(about.agent(), team);
        about.goWith(team, manager);
        returns.flush();
        if (about.isOpen()) {
            process.accompaniedBy(about.id(), manager);
            give(ReturnToWorkProcess.caseOf(about.id()), manager);
            news.itself(about, manager == null ? "nobodyAccompanies" : "otherManager");
            if (manager != null && about.preparation() == Preparation.MEASURES_TO_AGREE && about.talkAt().isAfter(clock.instant())) {
                news.inviteToTalk(about);
            }
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
