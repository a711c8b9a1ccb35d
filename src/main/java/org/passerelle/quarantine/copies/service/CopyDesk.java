package org.passerelle.quarantine.copies.service;

import java.sql.Timestamp;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.passerelle.catalogue.CopyInfo;
import org.passerelle.catalogue.CopyPlaces;
import org.passerelle.catalogue.PlaceKind;
import org.passerelle.circulation.WaitingPatrons;
import org.passerelle.platform.CommonRefusal;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.journal.Journal;
import org.passerelle.platform.journal.Journal.Channel;
import org.passerelle.platform.process.CaseRef;
import org.passerelle.platform.process.Gesture;
import org.passerelle.platform.security.SignedIn;
import org.passerelle.platform.time.AppClock;
import org.passerelle.quarantine.service.CrateDesk;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** What staff decide about one copy that is in nobody's hands. */
@Service
public class CopyDesk {

    private static final Set<PlaceKind> OUT_OF_USE = EnumSet.of(PlaceKind.OUT_OF_CIRCULATION, PlaceKind.REPAIR,
            PlaceKind.WITHDRAWN);
    /** Where a copy comes to as it is brought back. */
    private static final Set<PlaceKind> FREE = EnumSet.of(PlaceKind.SHELF, PlaceKind.HELD);

    private final CopyPlaces copies;
    private final WaitingPatrons waiting;
    private final Journal journal;
    private final JdbcClient jdbc;
    private final SignedIn signedIn;
    private final AppClock clock;

    CopyDesk(CopyPlaces copies, WaitingPatrons waiting, Journal journal, JdbcClient jdbc, SignedIn signedIn,
             AppClock clock) {
        this.copies = copies;
        this.waiting = waiting;
        this.journal = journal;
        this.jdbc = jdbc;
        this.signedIn = signedIn;
        this.clock = clock;
    }

    /** What is kept about a copy itself. */
    public static CaseRef caseOf(UUID copy) {
        return new CaseRef("copy", copy);
    }

    static boolean isOutOfUse(CopyInfo copy) {
        return OUT_OF_USE.contains(copy.place());
    }

    /**
     * A copy that was damaged, in repair or withdrawn, and is fit for use after all, is lent again; for staff of its branch.
     *
     * @return whether it is set aside for somebody who waits for it, instead of going to its shelf; refused when it is
     *         in use already
     */
    @Gesture
    public Outcome<Boolean> backIntoCirculation(String barcode) {
        Optional<CopyInfo> found = copies.byBarcode(barcode);
        if (found.isEmpty()) {
            return Outcome.refused(CommonRefusal.NOT_FOUND);
        }
        CopyInfo copy = found.get();
        signedIn.requireAt(copy.branch());
        if (!isOutOfUse(copy)) {
            return FREE.contains(copy.place()) ? journal.alreadyDone(caseOf(copy.id()), "journal.copy.backOnShelf",
                    "journal.copy.backSetAside") : Outcome.refused(CommonRefusal.NO_LONGER_TO_DO);
        }
        keepNote(copy.id());
        boolean awaited = waiting.setAside(copy.id(), copy.title(), copy.branch(), copy.place());
        if (!awaited && !copies.move(copy.id(), null, EnumSet.of(copy.place()), PlaceKind.SHELF, null, null, null)) {
            throw CrateDesk.movedMeanwhile(copy.id());
        }
        journal.record(caseOf(copy.id()), Channel.STAFF, awaited ? "journal.copy.backSetAside" : "journal.copy.backOnShelf",
                "catalogue.place." + copy.place());
        return Outcome.done(awaited);
    }

    /** Where the copy is says why only for as long as it is there; and what staff wrote is nothing for the journal. */
    private void keepNote(UUID copy) {
        jdbc.sql("""
                        insert into app.copy_out_of_use (copy, kind, since, until, note)
                        select copy, kind, since, ?, note from app.copy_place where copy = ? and note is not null""")
                .params(Timestamp.from(clock.instant()), copy).update();
    }
}
