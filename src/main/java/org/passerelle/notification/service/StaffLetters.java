package org.passerelle.notification.service;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.passerelle.notification.Message;
import org.passerelle.notification.Notifications;
import org.passerelle.notification.Recipient;
import org.passerelle.platform.journal.PersonStories;
import org.passerelle.platform.MailAddress;
import org.passerelle.platform.network.Branch;
import org.passerelle.platform.network.BranchRepository;
import org.passerelle.platform.people.StaffEmailChanged;
import org.passerelle.platform.process.CaseRef;
import org.passerelle.platform.security.Account;
import org.passerelle.platform.security.AccountRepository;
import org.passerelle.platform.security.StaffPasswordGiven;
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

    private static final String PASSWORD = "staff-password";
    private static final String ADDRESS = "staff-address";

    private final Notifications notifications;
    private final AccountRepository accounts;
    private final BranchRepository branches;

    StaffLetters(Notifications notifications, AccountRepository accounts, BranchRepository branches) {
        this.notifications = notifications;
        this.accounts = accounts;
        this.branches = branches;
    }

    /** Such a letter is about nothing but its recipient. */
    @Bean
    static PersonStories storiesOfStaffLetters() {
        return new PersonStories(Set.of(PASSWORD, ADDRESS));
    }

    @EventListener
    void follow(StaffPasswordGiven event) {
        accounts.findById(event.account()).ifPresent(account -> write(PASSWORD, account, account.contact().email(), "staff-password"));
    }

    @EventListener
    void follow(StaffEmailChanged event) {
        accounts.findById(event.account()).ifPresent(account -> write(ADDRESS, account, event.before(), "staff-address-changed"));
    }

    private void write(String process, Account account, String email, String template) {
        Optional<UUID> branch = account.asCurrentUser().branches().stream().sorted().findFirst()
                .or(() -> branches.findAllByOrderByName().stream().map(Branch::id).findFirst());
        if (MailAddress.isUsable(email) && branch.isPresent()) {
            Locale language = Recipient.of(account).language();
            notifications.send(new Message(new CaseRef(process, account.id()), branch.get(),
                    new Recipient(account.displayName(), email, null, language, false, null), template,
                    Map.of("name", account.displayName())).inConfidence());
        }
    }
}
