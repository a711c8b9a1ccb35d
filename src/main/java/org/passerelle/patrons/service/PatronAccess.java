package org.passerelle.patrons.service;

import java.util.Optional;
import java.util.UUID;
import org.passerelle.notification.Way;
import org.passerelle.patrons.PatronRefusal;
import org.passerelle.patrons.domain.Patron;
import org.passerelle.patrons.domain.PatronRepository;
import org.passerelle.platform.CommonRefusal;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.process.Gesture;
import org.passerelle.platform.security.Role;
import org.passerelle.platform.security.SignedIn;
import org.passerelle.platform.security.accounts.PatronSignIns;
import org.passerelle.platform.security.accounts.PatronSignIns.Access;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How patrons come to sign in: staff open their access, close it, and help who has lost the password. */
@Service
public class PatronAccess {

    private final PatronRepository patrons;
    private final PatronSignIns signIns;
    private final PatronLetters letters;
    private final SignedIn signedIn;

    PatronAccess(PatronRepository patrons, PatronSignIns signIns, PatronLetters letters, SignedIn signedIn) {
        this.patrons = patrons;
        this.signIns = signIns;
        this.letters = letters;
        this.signedIn = signedIn;
    }

    @Transactional(readOnly = true)
    public Access of(UUID patron) {
        return signIns.of(patron);
    }

    /**
     * Lets the patron sign in with the card number; done already where there is an account.
     *
     * @param password the first one, which the patron is told
     */
    @Gesture
    public Outcome<Void> open(UUID id, String password) {
        signedIn.require(Role.AGENT);
        Optional<Patron> patron = patrons.lockById(id);
        if (patron.isEmpty()) {
            return Outcome.refused(CommonRefusal.NOT_FOUND);
        }
        if (signIns.of(id) != Access.NONE) {
            return Outcome.refused(PatronRefusal.SIGNS_IN_ALREADY);
        }
        return signIns.open(id, patron.get().cardNumber(), patron.get().displayName(), password).map(account -> {
            letters.accessOpened(patron.get());
            return null;
        });
    }

    /** How the patron would read at this moment of what is done about their access. */
    @Transactional(readOnly = true)
    public Way toldBy(UUID patron) {
        signedIn.require(Role.AGENT);
        return patrons.findById(patron).map(found -> letters.way(found, found.email())).orElse(Way.NONE);
    }

    /**
     * Who has it must choose their own at the next sign-in. The patron is written to: whoever had asked for it in their
     * name would not tell them.
     *
     * @return the password, to be told in person
     */
    @Gesture
    public Outcome<String> resetPassword(UUID id) {
        Outcome<String> password = signIns.resetPassword(id);
        if (password.isDone()) {
            patrons.findById(id).ifPresent(letters::passwordGiven);
        }
        return password;
    }

    /** The patron no longer signs in, and is written to; reservations and messages go on. */
    @Gesture
    public Outcome<Void> close(UUID patron) {
        Outcome<Void> closed = signIns.close(patron);
        if (closed.isDone()) {
            patrons.findById(patron).ifPresent(letters::accessClosed);
        }
        return closed;
    }

    @Gesture
    public Outcome<Void> reopen(UUID patron) {
        Outcome<Void> opened = signIns.reopen(patron);
        if (opened.isDone()) {
            patrons.findById(patron).ifPresent(letters::accessOpened);
        }
        return opened;
    }
}
