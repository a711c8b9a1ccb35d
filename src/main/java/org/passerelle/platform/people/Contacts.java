package org.passerelle.platform.people;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.platform.CommonRefusal;
import org.passerelle.platform.FieldError;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.process.Gesture;
import org.passerelle.platform.security.Role;
import org.passerelle.platform.security.SecurityRecord;
import org.passerelle.platform.security.SignedIn;
import org.passerelle.platform.security.accounts.Account;
import org.passerelle.platform.security.accounts.AccountRepository;
import org.passerelle.platform.security.accounts.Staff;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How staff are reached: each says it of themselves, and who looks after an account of its owner. */
@Service
public class Contacts {

    private final AccountRepository accounts;
    private final Staff staff;
    private final SignedIn signedIn;
    private final SecurityRecord record;
    private final ApplicationEventPublisher events;

    Contacts(AccountRepository accounts, Staff staff, SignedIn signedIn, SecurityRecord record, ApplicationEventPublisher events) {
        this.accounts = accounts;
        this.staff = staff;
        this.signedIn = signedIn;
        this.record = record;
        this.events = events;
    }

    /** One's own; empty for who acts without an account. */
    @Transactional(readOnly = true)
    public Optional<Contact> mine() {
        return accounts.findById(signedIn.require(Role.AGENT).accountId()).map(Account::contact);
    }

    /** Refused with {@link CommonRefusal#FIELDS_WRONG} for the fields email and phone. */
    @Gesture
    public Outcome<Void> changeMine(Contact contact) {
        return accounts.lockById(signedIn.require(Role.AGENT).accountId()).map(mine -> change(mine, contact))
                .orElseThrow(() -> new AccessDeniedException("acts without an account"));
    }

    /** @throws AccessDeniedException unless who is signed in looks after that account */
    @Transactional(readOnly = true)
    public Optional<Contact> of(UUID account) {
        return accounts.findById(account).filter(this::isLookedAfter).map(Account::contact);
    }

    /**
     * Refused as {@link #changeMine}.
     *
     * @throws AccessDeniedException unless who is signed in looks after that account
     */
    @Gesture
    public Outcome<Void> change(UUID account, Contact contact) {
        return accounts.lockById(account).filter(this::isLookedAfter).map(theirs -> change(theirs, contact))
                .orElseGet(() -> Outcome.refused(CommonRefusal.NOT_FOUND));
    }

    private boolean isLookedAfter(Account account) {
        if (!staff.mayLookAfter(account)) {
            throw new AccessDeniedException("may not see how that " + account.role() + " is reached");
        }
        return true;
    }

    private Outcome<Void> change(Account account, Contact contact) {
        List<FieldError> errors = contact.errors();
        if (!errors.isEmpty()) {
            return Outcome.refused(CommonRefusal.FIELDS_WRONG, errors.toArray());
        }
        if (!Objects.equals(account.contact().email(), contact.email())) {
            record.record(SecurityRecord.Kind.EMAIL_CHANGED, account.id());
            if (account.contact().email() != null) {
                events.publishEvent(new StaffEmailChanged(account.id(), account.contact().email()));
            }
        }
        account.reachBy(contact);
        return Outcome.done();
    }
}
