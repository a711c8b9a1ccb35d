package org.passerelle.team.returns.service;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.passerelle.platform.CommonRefusal;
import org.passerelle.platform.FieldError;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.people.Duties;
import org.passerelle.platform.people.Duty;
import org.passerelle.platform.process.Gesture;
import org.passerelle.platform.process.TaskRef;
import org.passerelle.platform.security.SecurityRecord;
import org.passerelle.platform.time.AppClock;
import org.passerelle.team.members.service.LeaveDesk;
import org.passerelle.team.members.service.LeaveDesk.Wish;
import org.passerelle.team.returns.domain.FollowUp;
import org.passerelle.team.returns.domain.Needs;
import org.passerelle.team.returns.domain.Preparation;
import org.passerelle.team.returns.domain.ReturnStage;
import org.passerelle.team.returns.domain.WorkMeasure;
import org.passerelle.team.returns.domain.WorkReturn;
import org.passerelle.team.returns.domain.WorkReturns;
import org.passerelle.team.returns.process.ReturnToWorkProcess;
import org.springframework.stereotype.Service;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/** What an agent does about their own return. */
@Service
@Gesture
public class MyReturn {

    private final ReturnAccess access;
    private final WorkReturns returns;
    private final SealedNeeds sealed;
    private final ShortNotes notes;
    private final MeasuresInForce measures;
    private final HealthSupports health;
    private final Duties duties;
    private final LeaveDesk leave;
    private final ReturnToWorkProcess process;
    private final ReturnNews news;
    private final SecurityRecord record;
    private final AppClock clock;

    MyReturn(ReturnAccess access, WorkReturns returns, SealedNeeds sealed, ShortNotes notes, MeasuresInForce measures,
             HealthSupports health, Duties duties, LeaveDesk leave, ReturnToWorkProcess process, ReturnNews news, SecurityRecord record, AppClock clock) {
        this.access = access;
        this.returns = returns;
        this.sealed = sealed;
        this.notes = notes;
        this.measures = measures;
        this.health = health;
        this.duties = duties;
        this.leave = leave;
        this.process = process;
        this.news = news;
        this.record = record;
        this.clock = clock;
    }

    /**
     * What one has said oneself; nobody is written down for it. Once somebody else has made a password for the account, the wish
     * to see occupational health is left out: they may be the one who asks.
     */
    public Outcome<Needs> said(UUID id) {
        return returns.findById(id).filter(access::isMine).map(about -> {
            Needs said = sealed.open(about);
            return Outcome.done(record.hasGivenPassword(about.agent(), about.announcedAt()) ? said.withoutHealth() : said);
        }).orElseGet(() -> Outcome.refused(CommonRefusal.NOT_FOUND));
    }

    /** Every answer may be left out. Refused for the field note. */
    public Outcome<Void> sayNeeds(TaskRef task, UUID id, Needs said) {
        return mine(id, about -> about.preparation() == Preparation.NEEDS, about -> {
            Optional<Outcome<Void>> wrong = ShortNotes.wrong(said.note());
            if (wrong.isPresent()) {
                return wrong.get();
            }
            about.saidNeeds(sealed.seal(about, said));
            news.staff(about, "needsSaid");
            return settle(process.needsSaid(task, id));
        });
    }

    /**
     * Every answer may be left out. Refused for the fields note, starts and ends.
     *
     * @param wished days of leave that are wished for on this occasion, or null; unlike the answers, the whole team sees them
     */
    public Outcome<Void> sayNeeds(TaskRef task, UUID id, Needs said, Wish wished) {
        if (wished != null && leave.wishWithin(wished) instanceof Outcome.Refused<UUID> no) {
            return Outcome.refused(no.reason(), no.args());
        }
        Outcome<Void> outcome = sayNeeds(task, id, said);
        if (!outcome.isDone()) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
        }
        return outcome;
    }

    /** @param at one of the times that were proposed, or null where none suits */
    public Outcome<Void> chooseTalk(TaskRef task, UUID id, Instant at) {
        return mine(id, about -> about.preparation() == Preparation.TALK_TO_CHOOSE, about -> {
            if (at == null) {
                about.noTalkSuits();
                news.staff(about, "noTalkSuits");
            } else {
                if (!at.isAfter(clock.instant())) {
                    return Outcome.refused(CommonRefusal.FIELDS_WRONG, new FieldError("times", "team.choose.past"));
                }
                about.talkChosen(at);
                news.staff(about, "talkChosen", at);
                news.inviteToTalk(about);
            }
            return settle(process.talkChosen(task, id, at != null));
        });
    }

    /** From now on they are in force. */
    public Outcome<Void> confirm(TaskRef task, UUID id) {
        return mine(id, about -> about.preparation() == Preparation.MEASURES_TO_CONFIRM, about -> {
            measures.inForce(about, measures.of(id).stream().filter(one -> one.state() == WorkMeasure.State.PROPOSED).toList());
            Optional<UUID> remark = about.measuresConfirmed();
            returns.flush();
            notes.forget(remark.stream().toList());
            if (about.easingUntil() != null) {
                process.easesInUntil(id, access.timesOf(about.agent()).eveningOf(about.easingUntil()));
            }
            news.staff(about, "confirmed");
            return settle(process.measuresConfirmed(task, id, true));
        });
    }

    /** @param remark what is to be changed; short. Refused for the field note */
    public Outcome<Void> sendBack(TaskRef task, UUID id, String remark) {
        return mine(id, about -> about.preparation() == Preparation.MEASURES_TO_CONFIRM, about -> {
            Optional<Outcome<Void>> wrong = ShortNotes.wrong(remark);
            if (wrong.isPresent()) {
                return wrong.get();
            }
            Optional<UUID> before = about.measuresSentBack(notes.seal(about, ShortNotes.REMARK, remark));
            returns.flush();
            notes.forget(before.stream().toList());
            news.staff(about, "sentBack");
            return settle(process.measuresConfirmed(task, id, false));
        });
    }

    public Outcome<Void> sign(TaskRef task, UUID id) {
        return mine(id, about -> about.stage() == ReturnStage.TO_SIGN, about -> {
            about.signed(clock.instant());
            news.staff(about, "signed");
            return settle(process.signed(task, id));
        });
    }

    /** That talk is not wanted; the others stay as they are. */
    public Outcome<Void> skipTalk(UUID id, int afterDays) {
        return mine(id, about -> (about.stage() == ReturnStage.THERE || about.stage() == ReturnStage.TO_SIGN)
                && about.followUps().stream().anyMatch(talk -> talk.afterDays() == afterDays && talk.state().isToCome()), about -> {
            about.followUp(afterDays, FollowUp.State.SKIPPED);
            news.staff(about, "talkSkipped", afterDays);
            return settle(process.skipped(id, afterDays));
        });
    }

    /**
     * Occupational health is told that one would like to see them. Whether it is one's own wish or the table's is kept nowhere, and
     * nothing of it is in the story: managers see that the return is followed, as they otherwise do.
     */
    public Outcome<Void> askForHealth(UUID id) {
        return mine(id, about -> true, about -> {
            health.open(about);
            return Outcome.done();
        });
    }

    /**
     * @param followed whether occupational health follows the return now
     * @param turnTo   where it is to, and nobody holds that duty for the person: those who can help otherwise, human resources or
     *                 else administrators
     */
    public record HealthSeen(boolean followed, List<String> turnTo) {
    }

    /** Of one's own return. */
    public Outcome<HealthSeen> health(UUID id) {
        return returns.findById(id).filter(access::isMine).map(about -> {
            boolean followed = health.isOpen(id);
            return Outcome.done(new HealthSeen(followed, followed && holders(Duty.OCCUPATIONAL_HEALTH, about).isEmpty()
                    ? turnTo(about) : List.of()));
        }).orElseGet(() -> Outcome.refused(CommonRefusal.NOT_FOUND));
    }

    private List<String> turnTo(WorkReturn about) {
        List<String> humanResources = access.namesOf(holders(Duty.HUMAN_RESOURCES, about));
        return humanResources.isEmpty() ? access.administrators() : humanResources;
    }

    /** Nobody supports themselves. */
    private List<UUID> holders(Duty duty, WorkReturn about) {
        return duties.holders(duty, access.siteOf(about)).stream().filter(holder -> !holder.equals(about.agent())).toList();
    }

    private Outcome<Void> mine(UUID id, Predicate<WorkReturn> stillToDo, Function<WorkReturn, Outcome<Void>> gesture) {
        Optional<WorkReturn> about = access.lockedForAgent(id);
        if (about.isEmpty()) {
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
