package org.passerelle.inbox;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.passerelle.inbox.domain.InboxFilter;
import org.passerelle.inbox.domain.InboxPages.Around;
import org.passerelle.inbox.domain.InboxTask;
import org.passerelle.inbox.service.Inbox;
import org.passerelle.platform.network.Branch;
import org.passerelle.platform.network.BranchRepository;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.platform.security.Role;
import org.passerelle.platform.security.SignedIn;
import org.passerelle.platform.security.accounts.Account;
import org.passerelle.platform.security.accounts.AccountRepository;
import org.passerelle.support.errand.SampleErrandProcess;
import org.passerelle.support.errand.SampleErrands;
import org.passerelle.support.errand.SampleErrands.Errand;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Branches, staff and errands to find in an inbox. */
@Component
public class InboxFixture {

    private final BranchRepository branches;
    private final AccountRepository accounts;
    private final SampleErrandProcess process;
    private final SignedIn signedIn;
    private final Inbox inbox;
    private final TransactionTemplate transaction;

    InboxFixture(BranchRepository branches, AccountRepository accounts, SampleErrandProcess process, SignedIn signedIn,
                 Inbox inbox, TransactionTemplate transaction) {
        this.branches = branches;
        this.accounts = accounts;
        this.process = process;
        this.signedIn = signedIn;
        this.inbox = inbox;
        this.transaction = transaction;
    }

    UUID branch(String name, String zone) {
        return branches.save(new Branch(name, name, "", "", ZoneId.of(zone), "", "")).id();
    }

    CurrentUser staff(String name, Role role, UUID... works) {
        return accounts.save(new Account(name.toLowerCase(), "x", name, role, null, Set.of(works))).asCurrentUser();
    }

    /** An errand that waits to be run. */
    UUID errand(String name, UUID branch, Instant due) {
        UUID errand = UUID.randomUUID();
        SampleErrands.ALL.put(errand, new Errand(name, branch, due, name));
        process.start(errand, false);
        return errand;
    }

    /** One that somebody waits outside for. */
    UUID waitedFor(String name, UUID branch, Instant due, Instant since) {
        UUID errand = UUID.randomUUID();
        SampleErrands.ALL.put(errand, new Errand(name, branch, due, since, name));
        process.start(errand, false);
        return errand;
    }

    InboxTask taskOf(CurrentUser user, UUID errand) {
        return as(user, () -> inbox.page(InboxFilter.START.with(InboxFilter.Chip.ALL), 0, 1000)).stream()
                .filter(task -> task.process().id().equals(errand)).findFirst().orElseThrow();
    }

    Around overview(InboxFilter filter) {
        return inbox.overview(filter, inbox.read(filter));
    }

    <T> T as(CurrentUser user, Supplier<T> work) {
        return signedIn.runAs(user, work);
    }

    <T> T inTransaction(Supplier<T> work) {
        return transaction.execute(status -> work.get());
    }
}
