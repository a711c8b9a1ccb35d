package org.passerelle.team.returns.service;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.passerelle.platform.CommonRefusal;
import org.passerelle.platform.FieldError;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.PlainText;
import org.passerelle.platform.people.Duty;
import org.passerelle.platform.process.Gesture;
import org.passerelle.platform.process.TaskRef;
import org.passerelle.platform.security.Role;
import org.passerelle.platform.security.SignedIn;
import org.passerelle.platform.time.AppClock;
import org.passerelle.platform.network.Branch;
import org.passerelle.team.returns.domain.MeasureKind;
import org.passerelle.team.returns.domain.MeasureSource;
import org.passerelle.team.returns.domain.WorkMeasure;
import org.passerelle.team.returns.domain.WorkReturn;
import org.passerelle.team.returns.domain.WorkReturns;
import org.passerelle.team.returns.process.OccupationalHealthProcess;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/** What occupational health sees and writes: whom it is about and when, and the adaptations that come of it. Nothing else. */
@Service
public class HealthDesk {

    private final HealthSupports supports;
    private final WorkReturns returns;
    private final MeasuresInForce measures;
    private final ShortNotes notes;
    private final OccupationalHealthProcess process;
    private final ReturnAccess access;
    private final ReturnNews news;
    private final SignedIn signedIn;
    private final AppClock clock;

    HealthDesk(HealthSupports supports, WorkReturns returns, MeasuresInForce measures, ShortNotes notes,
               OccupationalHealthProcess process, ReturnAccess access, ReturnNews news, SignedIn signedIn, AppClock clock) {
        this.supports = supports;
        this.returns = returns;
        this.measures = measures;
        this.notes = notes;
        this.process = process;
        this.access = access;
        this.news = news;
        this.signedIn = signedIn;
        this.clock = clock;
    }

    /** @param returnOn or null where no day is known */
    public record Support(UUID id, String agent, String branch, LocalDate returnOn, LocalDate today) {
    }

    /**
     * @param adaptations from {@link MeasureKind#OF_HEALTH}; none where none is needed
     * @param reviewOn    when they are looked at again
     * @param note        short, about work alone
     */
    public record Adaptations(Set<MeasureKind> adaptations, LocalDate reviewOn, String note) {
    }

    /** Empty for whoever does not hold the duty where that person works, and for everybody once it has ended. */
    @Transactional(readOnly = true)
    public Optional<Support> support(UUID id) {
        return supports.returnOfOpen(id).flatMap(returns::findById).filter(this::isForMe).map(about -> new Support(id,
                access.nameOf(about.agent()), access.branchOf(about.agent()).map(Branch::name).orElse(""), about.returnOn(),
                access.timesOf(about.agent()).dayOf(clock.instant())));
    }

    /** The support that is open for a return, for those who hold the duty there. */
    @Transactional(readOnly = true)
    public Optional<UUID> openFor(UUID workReturn) {
        return returns.findById(workReturn).filter(this::isForMe).flatMap(about -> supports.openFor(workReturn));
    }

    boolean mayFollow(UUID id) {
        return supports.returnOfOpen(id).flatMap(returns::findById).filter(this::isForMe).isPresent();
    }

    /** Nobody supports themselves. */
    private boolean isForMe(WorkReturn about) {
        return signedIn.require(Role.AGENT).holds(Duty.OCCUPATIONAL_HEALTH, access.siteOf(about)) && !access.isMine(about);
    }

    /** The adaptations are in force from now on, and told to the agent and their manager. Refused for reviewOn and note. */
    @Gesture
    public Outcome<Void> write(TaskRef task, UUID id, Adaptations written) {
        WorkReturn about = supports.returnOf(id).flatMap(returns::lockById).filter(this::isForMe).orElse(null);
        if (about == null) {
            return Outcome.refused(CommonRefusal.NOT_FOUND);
        }
        Optional<Outcome<Void>> wrong = wrong(about, written);
        if (wrong.isPresent()) {
            return wrong.get();
        }
        List<WorkMeasure> all = new ArrayList<>();
        for (MeasureKind kind : written.adaptations()) {
            if (!MeasureKind.OF_HEALTH.contains(kind)) {
                throw new IllegalArgumentException(kind + " is no adaptation of occupational health");
            }
            all.add(new WorkMeasure(about, kind, MeasureSource.HEALTH, Set.of(), written.reviewOn(),
                    notes.seal(about, ShortNotes.ADAPTATION, written.note())));
        }
        measures.inForce(about, all);
        if (!supports.end(id) || !process.supported(task, id)) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
            return Outcome.refused(CommonRefusal.NO_LONGER_TO_DO);
        }
        news.staff(about, "adaptations", all.size());
        return Outcome.done();
    }

    private Optional<Outcome<Void>> wrong(WorkReturn about, Adaptations written) {
        LocalDate today = access.timesOf(about.agent()).dayOf(clock.instant());
        if (!written.adaptations().isEmpty() && (written.reviewOn() == null || !written.reviewOn().isAfter(today)
                || written.reviewOn().isAfter(today.plusDays(ReturnStart.FURTHEST_DAYS)))) {
            return Optional.of(Outcome.refused(CommonRefusal.FIELDS_WRONG, new FieldError("reviewOn", "team.error.reviewOn")));
        }
        if (written.adaptations().isEmpty() && !PlainText.line(written.note()).isEmpty()) {
            return Optional.of(Outcome.refused(CommonRefusal.FIELDS_WRONG, new FieldError("note", "team.support.error.note")));
        }
        return ShortNotes.wrong(written.note());
    }
}
