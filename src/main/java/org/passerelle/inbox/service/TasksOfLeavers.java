package org.passerelle.inbox.service;

import java.util.UUID;
import org.passerelle.inbox.domain.InboxRows;
import org.passerelle.inbox.domain.InboxRows.Held;
import org.passerelle.platform.journal.Journal;
import org.passerelle.platform.people.DutiesChanged;
import org.passerelle.platform.process.UserTasks;
import org.passerelle.platform.security.AccountClosed;
import org.passerelle.platform.security.BranchesChanged;
import org.passerelle.platform.security.accounts.Account;
import org.passerelle.platform.security.accounts.AccountRepository;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tasks of somebody who has left, no longer works for the task's branch or no longer holds its duty, wait for everybody
 * again whom they are for. Those that name somebody who has left go to the group that their model names for that.
 */
@Component
class TasksOfLeavers {

    private final InboxRows rows;
    private final UserTasks tasks;
    private final AccountRepository accounts;
    private final Journal journal;

    TasksOfLeavers(InboxRows rows, UserTasks tasks, AccountRepository accounts, Journal journal) {
        this.rows = rows;
        this.tasks = tasks;
        this.accounts = accounts;
        this.journal = journal;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void follow(AccountClosed event) {
        giveBackWhatCannotBeDone(event.account());
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void follow(BranchesChanged event) {
        giveBackWhatCannotBeDone(event.account());
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void follow(DutiesChanged event) {
        giveBackWhatCannotBeDone(event.account());
    }

    void giveBackWhatCannotBeDone(UUID id) {
        Account account = accounts.findById(id).orElseThrow();
        rows.heldBy(id).stream().filter(held -> account.isClosed()
                || !held.audience().includes(account.asCurrentUser(), held.site())).forEach(this::giveBack);
    }

    private void giveBack(Held held) {
        tasks.release(held.ref());
        journal.record(held.process(), Journal.Channel.STAFF, "journal.inbox.givenBack", held.kind().messageKey());
    }
}
