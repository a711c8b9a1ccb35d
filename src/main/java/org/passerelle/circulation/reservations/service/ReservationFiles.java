package org.passerelle.circulation.reservations.service;

import java.util.List;
import java.util.Optional;
import org.passerelle.circulation.ReservationId;
import org.passerelle.circulation.reservations.domain.ReservationRepository;
import org.passerelle.circulation.reservations.process.DrivePickupProcess;
import org.passerelle.platform.journal.Journal;
import org.passerelle.platform.process.steps.CaseStanding;
import org.passerelle.platform.process.steps.CaseStandings;
import org.passerelle.platform.process.steps.OpenTask;
import org.passerelle.platform.security.Role;
import org.passerelle.platform.security.SignedIn;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** All that is on record about one reservation, for staff of any branch. */
@Service
@Transactional(readOnly = true)
public class ReservationFiles {

    private final ReservationRepository reservations;
    private final ReservationBook book;
    private final Journal journal;
    private final CaseStandings standings;
    private final CaseTasks tasks;
    private final SignedIn signedIn;

    ReservationFiles(ReservationRepository reservations, ReservationBook book, Journal journal, CaseStandings standings,
              CaseTasks tasks, SignedIn signedIn) {
        this.reservations = reservations;
        this.book = book;
        this.journal = journal;
        this.standings = standings;
        this.tasks = tasks;
        this.signedIn = signedIn;
    }

    /**
     * @param story    oldest first
     * @param standing where the case stands
     * @param toDo     what is to be done in it and about it
     * @param mayAct   whether the person signed in works for its branch
     */
    public record CaseFile(ReservationDetails reservation, List<Journal.Entry> story,
                           CaseStanding standing, List<OpenTask> toDo, boolean mayAct) {
    }

    /** Empty where there is no such reservation. */
    public Optional<CaseFile> file(ReservationId id) {
        signedIn.require(Role.AGENT);
        return reservations.findById(id.value()).map(found -> new CaseFile(book.details(found),
                journal.story(DrivePickupProcess.caseOf(id)), standings.of(DrivePickupProcess.caseOf(id)), tasks.of(List.of(id.value())),
                signedIn.require(Role.AGENT).mayActAt(found.branch())));
    }
}
