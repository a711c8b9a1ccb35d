package org.passerelle.team.returns.service;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.passerelle.platform.CommonRefusal;
import org.passerelle.platform.FieldError;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.process.Gesture;
import org.passerelle.platform.process.PrivateTasks;
import org.passerelle.platform.process.TaskRef;
import org.passerelle.platform.process.UserTasks;
import org.passerelle.platform.time.AppClock;
import org.passerelle.team.returns.domain.MeasureKind;
import org.passerelle.team.returns.domain.ReturnTimes;
import org.passerelle.team.returns.domain.WorkMeasure;
import org.passerelle.team.returns.domain.WorkMeasures;
import org.passerelle.team.returns.domain.WorkReturn;
import org.passerelle.team.returns.domain.WorkReturns;
import org.passerelle.team.returns.process.MeasureReviewProcess;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/** Measures in force are looked at again on their day: they go on until another day, or end. */
@Service
public class MeasureReviews {

    private final WorkMeasures measures;
    private final WorkReturns returns;
    private final ReturnAccess access;
    private final MeasureReviewProcess process;
    private final ReturnNews news;
    private final UserTasks tasks;
    private final PrivateTasks privateTasks;
    private final AppClock clock;

    MeasureReviews(WorkMeasures measures, WorkReturns returns, ReturnAccess access, MeasureReviewProcess process, ReturnNews news,
                   UserTasks tasks, PrivateTasks privateTasks, AppClock clock) {
        this.measures = measures;
        this.returns = returns;
        this.access = access;
        this.process = process;
        this.news = news;
        this.tasks = tasks;
        this.privateTasks = privateTasks;
        this.clock = clock;
    }

    public record Reviewed(UUID measure, UUID workReturn, String agent, MeasureKind kind, Set<DayOfWeek> days, LocalDate today) {
    }

    /** For whom its task is; empty for everybody else. */
    @Transactional(readOnly = true)
    public Optional<Reviewed> reviewed(TaskRef task) {
        return tasks.task(task).filter(open -> open.process().processKey().equals(MeasureReviewProcess.KEY))
                .filter(open -> privateTasks.isFor(open)).flatMap(open -> measures.findById(open.process().id()))
                .map(measure -> new Reviewed(measure.id(), measure.workReturn(), access.nameOf(measure.agent()), measure.kind(),
                        measure.days(), access.timesOf(measure.agent()).dayOf(clock.instant())));
    }

    boolean mayFollow(UUID measure) {
        return measures.findById(measure).flatMap(found -> returns.findById(found.workReturn())).filter(access::sees).isPresent();
    }

    /** Refused for the field reviewOn. */
    @Gesture
    public Outcome<Void> goesOn(TaskRef task, UUID id, LocalDate reviewOn) {
        WorkMeasure measure = locked(task, id);
        if (measure == null || measure.state() != WorkMeasure.State.AGREED) {
            return Outcome.refused(CommonRefusal.NO_LONGER_TO_DO);
        }
        ReturnTimes times = access.timesOf(measure.agent());
        LocalDate today = times.dayOf(clock.instant());
        if (reviewOn == null || !reviewOn.isAfter(today) || reviewOn.isAfter(today.plusDays(ReturnStart.FURTHEST_DAYS))) {
            return Outcome.refused(CommonRefusal.FIELDS_WRONG, new FieldError("reviewOn", "team.error.reviewOn"));
        }
        measure.goOnUntil(reviewOn);
        return settle(measure, "measureGoesOn", process.goesOn(task, id, times.morningOf(reviewOn)));
    }

    @Gesture
    public Outcome<Void> over(TaskRef task, UUID id) {
        WorkMeasure measure = locked(task, id);
        if (measure == null || measure.state() != WorkMeasure.State.AGREED) {
            return Outcome.refused(CommonRefusal.NO_LONGER_TO_DO);
        }
        measure.end(access.timesOf(measure.agent()).dayOf(clock.instant()));
        return settle(measure, "measureOver", process.over(task, id));
    }

    /** Under its return's lock, for whom the task is; nobody reviews their own. */
    private WorkMeasure locked(TaskRef task, UUID id) {
        return tasks.task(task).filter(open -> open.process().equals(MeasureReviewProcess.caseOf(id))).filter(privateTasks::isFor)
                .flatMap(open -> measures.findById(id))
                .filter(measure -> returns.lockById(measure.workReturn()).filter(about -> !access.isMine(about)).isPresent()).orElse(null);
    }

    private Outcome<Void> settle(WorkMeasure measure, String what, boolean done) {
        if (!done) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
            return Outcome.refused(CommonRefusal.NO_LONGER_TO_DO);
        }
        WorkReturn about = returns.findById(measure.workReturn()).orElseThrow();
        news.staff(about, what, measure.kind().messageKey());
        return Outcome.done();
    }
}
