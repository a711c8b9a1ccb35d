package org.passerelle.team.returns.service;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.passerelle.platform.CommonRefusal;
import org.passerelle.platform.FieldError;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.process.Gesture;
import org.passerelle.platform.process.PrivateTasks;
import org.passerelle.platform.process.TaskRef;
import org.passerelle.platform.process.UserTasks;
import org.passerelle.platform.time.AppClock;
import org.passerelle.team.TeamRefusal;
import org.passerelle.team.returns.domain.FollowUp;
import org.passerelle.team.returns.domain.MeasureKind;
import org.passerelle.team.returns.domain.MeasureSource;
import org.passerelle.team.returns.domain.Needs;
import org.passerelle.team.returns.domain.Preparation;
import org.passerelle.team.returns.domain.ReturnStage;
import org.passerelle.team.returns.domain.ReturnTimes;
import org.passerelle.team.returns.domain.TalkWay;
import org.passerelle.team.returns.domain.WorkMeasure;
import org.passerelle.team.returns.domain.WorkMeasures;
import org.passerelle.team.returns.domain.WorkReturn;
import org.passerelle.team.returns.domain.WorkReturnOutcome;
import org.passerelle.team.returns.domain.WorkReturns;
import org.passerelle.team.returns.process.ReturnToWorkProcess;
import org.passerelle.team.returns.process.ReturnToWorkProcess.Dates;
import org.passerelle.team.returns.process.ReturnToWorkProcess.DatesBack;
import org.passerelle.team.returns.service.ReturnStart.ReturnDates;
import org.springframework.stereotype.Service;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/**
 * What managers do about a return of their team. What is a task is done by whom the task is for: where a team has lost its
 * managers, that is human resources.
 */
@Service
@Gesture
public class ReturnDesk {

    public static final int MOST_TIMES = 5;

    private final WorkReturns returns;
    private final WorkMeasures measures;
    private final MeasuresInForce inForce;
    private final SealedNeeds sealed;
    private final HealthSupports health;
    private final ShortNotes notes;
    private final UserTasks tasks;
    private final PrivateTasks privateTasks;
    private final ReturnAccess access;
    private final ReturnStart start;
    private final ReturnToWorkProcess process;
    private final ReturnNews news;
    private final AppClock clock;

    ReturnDesk(WorkReturns returns, WorkMeasures measures, MeasuresInForce inForce, SealedNeeds sealed, HealthSupports health,
               ShortNotes notes, UserTasks tasks, PrivateTasks privateTasks, ReturnAccess access, ReturnStart start, ReturnToWorkProcess process, ReturnNews news, AppClock clock) {
        this.returns = returns;
        this.measures = measures;
        this.inForce = inForce;
        this.sealed = sealed;
        this.health = health;
        this.notes = notes;
        this.tasks = tasks;
        this.privateTasks = privateTasks;
        this.access = access;
        this.start = start;
        this.process = process;
        this.news = news;
        this.clock = clock;
    }

    /**
     * What the agent has said they need, for a manager of the team, without whether they want to see occupational health; it is
     * written down who read it.
     */
    public Outcome<Needs> needs(UUID id) {
        return returns.findById(id).filter(access::manages).map(about -> Outcome.done(sealed.open(about).withoutHealth()))
                .orElseGet(() -> Outcome.refused(CommonRefusal.NOT_FOUND));
    }

    /**
     * The agent was called: what they said they need, or nothing. Nobody asks for occupational health in their name: they do so
     * themselves, whenever they like.
     */
    public Outcome<Void> called(TaskRef task, UUID id, Needs heard) {
        Needs said = heard.withoutHealth();
        return onTask(task, id, about -> about.preparation() == Preparation.TO_CALL, about -> {
            Optional<Outcome<Void>> wrong = ShortNotes.wrong(said.note());
            if (wrong.isPresent()) {
                return wrong.get();
            }
            about.saidNeeds(said.equals(Needs.NONE) ? null : sealed.seal(about, said));
            news.staff(about, "called");
            return settle(process.called(task, id));
        });
    }

    /** @param times between now and two years from now, each once; at most {@link #MOST_TIMES} */
    public Outcome<Void> proposeTalk(TaskRef task, UUID id, List<Instant> times, TalkWay way) {
        return onTask(task, id, about -> about.preparation() == Preparation.TALK_TO_PROPOSE, about -> {
            Instant now = clock.instant();
            List<Instant> asked = times.stream().filter(Objects::nonNull).distinct().sorted().toList();
            if (asked.isEmpty() || asked.size() > MOST_TIMES || !asked.getFirst().isAfter(now)
                    || asked.getLast().isAfter(now.plusSeconds(86_400L * ReturnStart.FURTHEST_DAYS))) {
                return Outcome.refused(CommonRefusal.FIELDS_WRONG, new FieldError("times", "team.error.times", MOST_TIMES));
            }
            about.talkProposed(asked, way);
            news.staff(about, "talkProposed", asked.size());
            return settle(process.talkProposed(task, id));
        });
    }

    /**
     * One measure as it is recorded.
     *
     * @param days     weekdays that it is about, or none for every day
     * @param reviewOn null for what is done once
     */
    public record Recorded(MeasureKind kind, MeasureSource source, Set<DayOfWeek> days, LocalDate reviewOn) {
    }

    /** What manager and agent have agreed on, for the agent to confirm. Refused for easingDays and the reviews' fields. */
    public Outcome<Void> recordMeasures(TaskRef task, UUID id, List<Recorded> recorded, int easingDays) {
        return onTask(task, id, about -> about.preparation() == Preparation.MEASURES_TO_AGREE, about -> {
            List<FieldError> errors = errors(about, recorded, easingDays);
            if (!errors.isEmpty()) {
                return Outcome.refused(CommonRefusal.FIELDS_WRONG, errors.toArray());
            }
            Map<MeasureKind, UUID> noted = inForce.dropProposals(id, recorded.stream().map(Recorded::kind).collect(Collectors.toSet()));
            measures.saveAll(recorded.stream().map(one -> new WorkMeasure(about, one.kind(), one.source(), one.days(),
                    one.kind().isOnce() ? null : one.reviewOn(), noted.get(one.kind()))).toList());
            about.measuresRecorded(easingDays);
            news.staff(about, "measuresRecorded", recorded.size());
            return settle(process.measuresRecorded(task, id));
        });
    }

    /** The name of a measure's review field. */
    public static String reviewField(MeasureKind kind) {
        return "review-" + kind;
    }

    private List<FieldError> errors(WorkReturn about, List<Recorded> recorded, int easingDays) {
        List<FieldError> errors = new ArrayList<>();
        LocalDate today = access.timesOf(about.agent()).dayOf(clock.instant());
        if (easingDays < 0 || easingDays > 30) {
            errors.add(new FieldError("easingDays", "team.error.easingDays", 30));
        }
        if (recorded.stream().map(Recorded::kind).distinct().count() < recorded.size()
                || recorded.stream().anyMatch(one -> one.source() == MeasureSource.HEALTH)) {
            throw new IllegalArgumentException("a measure twice, or in somebody else's name");
        }
        recorded.stream().filter(one -> !isReview(one.kind(), one.reviewOn(), today))
                .forEach(one -> errors.add(new FieldError(reviewField(one.kind()), "team.error.reviewOn")));
        return errors;
    }

    /** What is done once has none; otherwise it is a day after today, within two years. */
    static boolean isReview(MeasureKind kind, LocalDate reviewOn, LocalDate today) {
        return kind.isOnce() || reviewOn != null && reviewOn.isAfter(today)
                && !reviewOn.isAfter(today.plusDays(ReturnStart.FURTHEST_DAYS));
    }

    /** The person is back, and has been told what to know. @param cameBackOn the real day of return, today at the latest */
    public Outcome<Void> holdBriefing(TaskRef task, UUID id, LocalDate cameBackOn, boolean allTold) {
        return onTask(task, id, about -> about.stage() == ReturnStage.BRIEFING, about -> {
            ReturnTimes times = access.timesOf(about.agent());
            List<FieldError> errors = new ArrayList<>();
            if (cameBackOn == null || cameBackOn.isAfter(times.dayOf(clock.instant()))
                    || cameBackOn.isBefore(times.dayOf(about.announcedAt()))) {
                errors.add(new FieldError("cameBackOn", "team.error.cameBackOn"));
            }
            if (!allTold) {
                errors.add(new FieldError("items", "team.error.items"));
            }
            if (!errors.isEmpty()) {
                return Outcome.refused(CommonRefusal.FIELDS_WRONG, errors.toArray());
            }
            Instant now = clock.instant();
            about.briefed(cameBackOn, now);
            news.shown(about, "briefed", cameBackOn);
            return settle(process.briefed(task, id, new DatesBack(times.signDue(now), times.eveningOf(about.easingUntil()),
                    times.morningOf(cameBackOn.plusDays(7)), times.morningOf(cameBackOn.plusDays(30)),
                    times.morningOf(cameBackOn.plusDays(90)), times.overAt(cameBackOn, now))));
        });
    }

    /** What was said stays between the two. */
    public Outcome<Void> talkHeld(TaskRef task, UUID id, String talk) {
        int afterDays = ReturnToWorkProcess.Tasks.afterDays(talk);
        return onTask(task, id, about -> about.followUps().contains(new FollowUp(afterDays, FollowUp.State.DUE)), about -> {
            about.followUp(afterDays, FollowUp.State.HELD);
            news.staff(about, "talkHeld", afterDays);
            return settle(process.talkHeld(task, id, talk));
        });
    }

    /** Another day of return; or, for who is away again, the day that is known now. The agent may say it too. */
    public Outcome<Void> changeDate(UUID id, ReturnDates dates) {
        WorkReturn about = access.lockedForBoth(id).orElse(null);
        if (about == null) {
            return Outcome.refused(CommonRefusal.NOT_FOUND);
        }
        if (!about.isOpen()) {
            return Outcome.refused(CommonRefusal.NO_LONGER_TO_DO);
        }
        if (!about.mayStillChangeDay()) {
            return Outcome.refused(TeamRefusal.BACK_ALREADY);
        }
        ReturnTimes times = access.timesOf(about.agent());
        List<FieldError> errors = start.errors(dates, times);
        if (!errors.isEmpty()) {
            return Outcome.refused(CommonRefusal.FIELDS_WRONG, errors.toArray());
        }
        ReturnStage before = about.stage();
        Dates asked = ReturnStart.dates(times, clock.instant(), dates.returnOn());
        about.returnOn(dates.returnOn());
        about.askedUntil(asked.needsDue());
        news.shown(about, before == ReturnStage.AWAY_AGAIN ? "dateKnown" : "dateChanged", dates.returnOn());
        if (before == ReturnStage.AWAY_AGAIN) {
            return settle(process.newDate(id, asked));
        }
        if (before == ReturnStage.BRIEFING) {
            return settle(process.dayChanged(id, asked));
        }
        process.returnOn(id, asked);
        return Outcome.done();
    }

    /** The person does not come, or is away once more: all that was prepared begins anew once a date is known. */
    public Outcome<Void> awayAgain(UUID id) {
        WorkReturn about = access.lockedForBoth(id).orElse(null);
        if (about == null) {
            return Outcome.refused(CommonRefusal.NOT_FOUND);
        }
        if (!about.isOpen() || about.stage() == ReturnStage.AWAY_AGAIN) {
            return Outcome.refused(CommonRefusal.NO_LONGER_TO_DO);
        }
        LocalDate today = access.timesOf(about.agent()).dayOf(clock.instant());
        inForce.dropProposals(id);
        List<UUID> said = about.awayAgain(about.cameBackOn() == null && about.awaySince() != null ? about.awaySince() : today);
        returns.flush();
        notes.forget(said);
        news.nothingMoreToTell(id);
        news.shown(about, "awayAgain");
        return settle(process.absentAgain(id));
    }

    /** It was a mistake, or nobody wants to be accompanied: what was agreed is no longer in force. */
    public Outcome<Void> withdraw(UUID id) {
        WorkReturn about = access.lockedForBoth(id).orElse(null);
        if (about == null) {
            return Outcome.refused(CommonRefusal.NOT_FOUND);
        }
        if (!about.isOpen()) {
            return Outcome.refused(CommonRefusal.NO_LONGER_TO_DO);
        }
        news.shown(about, "withdrawn");
        end(about, WorkReturnOutcome.WITHDRAWN);
        return settle(process.withdrawn(id));
    }

    /** The person works here no longer: within the transaction of that. */
    void left(WorkReturn about) {
        news.shown(about, "left");
        end(about, WorkReturnOutcome.LEFT);
        if (!process.left(about.id())) {
            throw new IllegalStateException("return " + about.id() + " does not run");
        }
    }

    private void end(WorkReturn about, WorkReturnOutcome how) {
        inForce.end(about.id());
        health.noLongerNeeded(about.id());
        news.nothingMoreToTell(about.id());
        about.end(how, clock.instant());
    }

    /** For whom that task is, and nobody's own; for everybody else there is none. */
    private Outcome<Void> onTask(TaskRef task, UUID id, Predicate<WorkReturn> stillToDo, Function<WorkReturn, Outcome<Void>> gesture) {
        Optional<WorkReturn> about = returns.lockById(id).filter(found -> !access.isMine(found));
        // A task that is done already is so for those alone who see the return.
        boolean theirs = about.isPresent() && tasks.task(task).map(open -> open.process().equals(ReturnToWorkProcess.caseOf(id))
                && privateTasks.isFor(open)).orElseGet(() -> access.sees(about.get()));
        if (!theirs) {
            return Outcome.refused(CommonRefusal.NOT_FOUND);
        }
        return about.get().isOpen() && stillToDo.test(about.get()) ? gesture.apply(about.get())
                : Outcome.refused(CommonRefusal.NO_LONGER_TO_DO);
    }

    private static Outcome<Void> settle(boolean done) {
        if (!done) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
            return Outcome.refused(CommonRefusal.NO_LONGER_TO_DO);
        }
        return Outcome.done();
    }
}
