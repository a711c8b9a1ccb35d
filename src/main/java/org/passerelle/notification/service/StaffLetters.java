package org.passerelle.notification.service;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.notification.Message;
import org.passerelle.notification.Notifications;
import org.passerelle.notification.Recipient;
import org.passerelle.platform.MailAddress;
import org.passerelle.platform.i18n.Messages;
import org.passerelle.platform.journal.PersonStories;
import org.passerelle.platform.network.Branch;
import org.passerelle.platform.network.BranchRepository;
import org.passerelle.platform.people.Duties;
import org.passerelle.platform.people.DutiesChanged;
import org.passerelle.platform.people.DutyWords;
import org.passerelle.platform.people.StaffEmailChanged;
import org.passerelle.platform.people.TeamNames;
import org.passerelle.platform.people.TeamsLookedAfterChanged;
import org.passerelle.platform.process.CaseRef;
import org.passerelle.platform.security.AccountClosed;
import org.passerelle.platform.security.BranchesChanged;
import org.passerelle.platform.security.Role;
import org.passerelle.platform.security.SignedIn;
import org.passerelle.platform.security.accounts.Account;
import org.passerelle.platform.security.accounts.AccountRepository;
import org.passerelle.platform.security.accounts.Staff.Workplace;
import org.passerelle.platform.security.accounts.StaffPasswordGiven;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes to members of staff about their own account, so that whatever somebody else does there does not stay unseen. By e-mail
 * alone, and in confidence: colleagues do not see it among the messages.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class StaffLetters {

    private static final String ACCOUNT = "staff-account";
    private static final String PASSWORD = "staff-password";
    private static final String ADDRESS = "staff-address";
    private static final String BRANCHES = "staff-branches";
    private static final String DUTIES = "staff-duties";
    private static final String TEAMS = "staff-teams";

    private final Notifications notifications;
    private final AccountRepository accounts;
    private final BranchRepository branches;
    private final Duties duties;
    private final TeamNames teams;
    private final Messages messages;
    private final SignedIn signedIn;

    StaffLetters(Notifications notifications, AccountRepository accounts, BranchRepository branches, Duties duties,
                 TeamNames teams, Messages messages, SignedIn signedIn) {
        this.notifications = notifications;
        this.accounts = accounts;
        this.branches = branches;
        this.duties = duties;
        this.teams = teams;
        this.messages = messages;
        this.signedIn = signedIn;
    }

    /** Such a letter is about nothing but its recipient. */
    @Bean
    static PersonStories storiesOfStaffLetters() {
        return new PersonStories(Set.of(ACCOUNT, PASSWORD, ADDRESS, BRANCHES, DUTIES, TEAMS));
    }

    @EventListener
    void follow(StaffPasswordGiven event) {
        member(event.account()).ifPresent(account -> write(PASSWORD, account, account.contact().email(), "staff-password", Map.of()));
    }

    @EventListener
    void follow(StaffEmailChanged event) {
        member(event.account()).ifPresent(account -> write(ADDRESS, account, event.before(), "staff-address-changed", Map.of()));
    }

    @EventListener
    void follow(AccountClosed event) {
        byOthers(event.account()).ifPresent(account -> write(ACCOUNT, account, account.contact().email(),
                account.isClosed() ? "staff-closed" : "staff-reopened", Map.of()));
    }

    @EventListener
    void follow(BranchesChanged event) {
        changedByOthers(event.account()).ifPresent(account -> {
            Set<UUID> theirs = account.asCurrentUser().branches();
            write(BRANCHES, account, account.contact().email(), "staff-branches", Map.of("branches", listed(branches
                    .findAllByOrderByName().stream().filter(branch -> theirs.contains(branch.id())).map(Branch::name), account)));
        });
    }

    /** That the duties of a closed account end goes without saying. */
    @EventListener
    void follow(DutiesChanged event) {
        changedByOthers(event.account()).ifPresent(account -> {
            Locale language = Recipient.of(account).language();
            DutyWords words = new DutyWords(messages, branches.findAllByOrderByName().stream()
                    .map(branch -> new Workplace(branch.id(), branch.name())).toList(), teams.all());
            write(DUTIES, account, account.contact().email(), "staff-duties", Map.of("duties",
                    listed(duties.heldBy(account.id()).stream().map(held -> words.of(held, language)), account)));
        });
    }

    @EventListener
    void follow(TeamsLookedAfterChanged event) {
        changedByOthers(event.account()).ifPresent(account -> write(TEAMS, account, account.contact().email(), "staff-teams", Map.of()));
    }

    /** Who does it themselves is not told, nor is anybody who works here no longer. */
    private Optional<Account> changedByOthers(UUID account) {
        return byOthers(account).filter(found -> !found.isClosed());
    }

    private Optional<Account> byOthers(UUID account) {
        return member(account).filter(found -> signedIn.maybe().filter(user -> user.accountId().equals(account)).isEmpty());
    }

    private Optional<Account> member(UUID account) {
        return accounts.findById(account).filter(found -> found.role() != Role.PATRON);
    }

    private String listed(Stream<String> names, Account reader) {
        String list = names.collect(Collectors.joining(", "));
        return list.isEmpty() ? messages.text(Recipient.of(reader).language(), "mail.staff.none") : list;
    }

    private void write(String process, Account account, String email, String template, Map<String, String> more) {
        Optional<UUID> branch = account.asCurrentUser().branches().stream().sorted().findFirst()
                .or(() -> branches.findAllByOrderByName().stream().map(Branch::id).findFirst());
        if (MailAddress.isUsable(email) && branch.isPresent()) {
            Map<String, String> values = new HashMap<>(more);
            values.put("name", account.displayName());
            notifications.send(new Message(new CaseRef(process, account.id()), branch.get(), new Recipient(account.displayName(),
                    email, null, Recipient.of(account).language(), false, null), template, values).inConfidence());
        }
    }
}
