package org.passerelle.patrons.service;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.passerelle.notification.Message;
import org.passerelle.notification.Notifications;
import org.passerelle.notification.Recipient;
import org.passerelle.notification.Way;
import org.passerelle.patrons.PatronBranches;
import org.passerelle.patrons.domain.Patron;
import org.passerelle.platform.MailAddress;
import org.passerelle.platform.i18n.DateTimes;
import org.passerelle.platform.journal.PersonStories;
import org.passerelle.platform.network.Branch;
import org.passerelle.platform.network.BranchRepository;
import org.passerelle.platform.process.CaseRef;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.platform.security.SignedIn;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Writes to patrons about their own access rather than about a reservation, so that whatever somebody else does there
 * does not stay unseen. By e-mail alone: nobody is called about it.
 */
@Component
class PatronLetters {

    private static final String PASSWORD = "patron-password";
    private static final String ACCESS = "patron-access";
    private static final String NEW_ADDRESS = "patron-new-address";
    private static final String ADDRESS = "patron-address";
    /** Such a letter is about nothing but its patron. */
    static final PersonStories STORIES = new PersonStories(Set.of(PASSWORD, ACCESS, NEW_ADDRESS, ADDRESS));

    private final Notifications notifications;
    private final BranchRepository branches;
    private final PatronBranches visited;
    private final SignedIn signedIn;
    private final String publicUrl;

    PatronLetters(Notifications notifications, BranchRepository branches, PatronBranches visited, SignedIn signedIn,
                  @Value("${passerelle.public-url:http://localhost:${server.port:8080}}") String publicUrl) {
        this.notifications = notifications;
        this.branches = branches;
        this.visited = visited;
        this.signedIn = signedIn;
        this.publicUrl = publicUrl;
    }

    void passwordGiven(Patron patron) {
        write(PASSWORD, patron, patron.email(), "patron-password", Map.of());
    }

    void accessOpened(Patron patron) {
        write(ACCESS, patron, patron.email(), "patron-access-opened", Map.of());
    }

    void accessClosed(Patron patron) {
        write(ACCESS, patron, patron.email(), "patron-access-closed", Map.of());
    }

    /** How such a letter would leave for that address now; nobody calls instead. */
    Way way(Patron patron, String email) {
        return MailAddress.isUsable(email) ? notifications.wayTo(recipient(patron, email)) : Way.NONE;
    }

    private static Recipient recipient(Patron patron, String email) {
        return new Recipient(patron.displayName(), email, null, patron.locale(), false, patron.cardNumber());
    }

    /** To the address that is to be confirmed. */
    void confirm(Patron patron, String newEmail, String token, Instant until) {
        Optional<Branch> branch = branchOf(patron);
        write(NEW_ADDRESS, patron, newEmail, "patron-address-confirm", Map.of(
                "link", publicUrl + "/email/" + token,
                "until", branch.map(of -> DateTimes.dayAndTime(until, of.zone(), patron.locale())).orElse("")));
    }

    /** To the address that messages go to until another is confirmed. */
    void anotherIsAsked(Patron patron) {
        write(ADDRESS, patron, patron.email(), "patron-address-asked", Map.of());
    }

    /** To the address that messages went to until now. */
    void noLonger(Patron patron, String oldEmail) {
        write(ADDRESS, patron, oldEmail, "patron-address-changed", Map.of());
    }

    private void write(String process, Patron patron, String email, String template, Map<String, String> extras) {
        if (!MailAddress.isUsable(email)) {
            return;
        }
        branchOf(patron).ifPresent(branch -> {
            Map<String, String> values = new HashMap<>(extras);
            values.put("name", patron.displayName());
            values.put("branch", branch.name());
            notifications.send(new Message(new CaseRef(process, patron.id()), branch.id(), recipient(patron, email), template,
                    values));
        });
    }

    /** Whose staff look after the letter: where it was done, else where the patron reserved last, else anywhere. */
    private Optional<Branch> branchOf(Patron patron) {
        Set<UUID> own = signedIn.maybe().map(CurrentUser::branches).orElse(Set.of());
        Optional<UUID> last = visited.lastOf(patron.id());
        return branches.findAllByOrderByName().stream()
                .min((one, other) -> Integer.compare(rank(one, own, last), rank(other, own, last)));
    }

    private static int rank(Branch branch, Set<UUID> own, Optional<UUID> last) {
        return own.contains(branch.id()) ? 0 : last.filter(branch.id()::equals).isPresent() ? 1 : 2;
    }
}
