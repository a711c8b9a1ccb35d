package org.passerelle.circulation.drive.service;

import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.catalogue.CopyInfo;
import org.passerelle.catalogue.CopyPlaces;
import org.passerelle.catalogue.PlaceKind;
import org.passerelle.circulation.CirculationRefusal;
import org.passerelle.circulation.LoanReturns;
import org.passerelle.circulation.ReservationId;
import org.passerelle.circulation.queue.service.SetAsideShelf;
import org.passerelle.circulation.reservations.domain.Loan;
import org.passerelle.circulation.reservations.domain.LoanRepository;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.network.BranchRepository;
import org.passerelle.platform.process.TaskRef;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional(propagation = Propagation.MANDATORY)
class ClosedLoans implements LoanReturns {

    private final LoanRepository loans;
    private final CopyPlaces copies;
    private final BranchRepository branches;
    private final PutBackDesk putBackDesk;
    private final SetAsideShelf setAside;

    ClosedLoans(LoanRepository loans, CopyPlaces copies, BranchRepository branches, PutBackDesk putBackDesk,
                SetAsideShelf setAside) {
        this.loans = loans;
        this.copies = copies;
        this.branches = branches;
        this.putBackDesk = putBackDesk;
        this.setAside = setAside;
    }

    @Override
    public Outcome<Optional<ClosedLoan>> close(UUID copy, Instant droppedOff, ZoneId zone) {
        Optional<Loan> running = loans.findByCopyAndState(copy, Loan.State.RUNNING);
        if (running.filter(loan -> !loan.hadBegunAt(droppedOff)).isPresent()) {
            return Outcome.refused(CirculationRefusal.DROPPED_OFF_BEFORE_LOAN);
        }
        running.ifPresent(loan -> loan.returned(droppedOff));
        return Outcome.done(running.map(loan -> new ClosedLoan(loan.id(), loan.dueOn(),
                droppedOff.atZone(zone).toLocalDate().isAfter(loan.dueOn()))));
    }

    @Override
    public boolean canRunAgain(UUID loan) {
        return loans.findById(loan).filter(Loan::isSomebodys).isPresent();
    }

    @Override
    public void reopen(UUID loan, UUID copy) {
        Loan again = loans.findById(loan).orElseThrow();
        again.reopen();
        ZoneId zone = branches.findById(copies.copies(List.of(copy)).getFirst().branch()).orElseThrow().zone();
        if (!copies.move(copy, null, EnumSet.of(PlaceKind.QUARANTINE, PlaceKind.SHELF, PlaceKind.IN_TRANSIT),
                PlaceKind.ON_LOAN, null, again.dueAt(zone), null)) {
            throw new OptimisticLockingFailureException("copy " + copy + " has just been moved by somebody else");
        }
    }

    @Override
    public Outcome<PutBack> putBack(CopyInfo copy, boolean mayBeAwaited) {
        return copy.id().equals(copy.caseId()) ? setAside.scanned(copy, mayBeAwaited)
                : putBackDesk.scanned(new ReservationId(copy.caseId()), copy, mayBeAwaited);
    }

    @Override
    public Outcome<TaskRef> notPutBack(CopyInfo copy) {
        return copy.id().equals(copy.caseId()) ? setAside.notScanned(copy.id())
                : putBackDesk.notScanned(new ReservationId(copy.caseId()), copy);
    }

    @Override
    public List<PastLoan> loansOf(UUID copy) {
        return loans.findTop100ByCopyAndStateInOrderByStartedAtDesc(copy,
                        EnumSet.of(Loan.State.RUNNING, Loan.State.RETURNED)).stream()
                .map(loan -> new PastLoan(loan.startedAt(), loan.dueOn(), loan.returnedAt())).toList();
    }
}
