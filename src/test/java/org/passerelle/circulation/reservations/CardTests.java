package org.passerelle.circulation.reservations;

import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.passerelle.patrons.domain.PatronCategory;
import org.passerelle.patrons.service.PatronAccess;
import org.passerelle.patrons.service.PatronForm;
import org.passerelle.patrons.service.Patrons;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.platform.security.Role;
import org.passerelle.platform.security.SignedIn;
import org.passerelle.platform.security.accounts.AccountRepository;
import org.passerelle.support.PasserelleTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An agent who enters patrons, and opens their accounts. */
@PasserelleTest
public abstract class CardTests {

    protected static final String PASSWORD = "un mot assez long";
    static final CurrentUser AGENT = new CurrentUser(UUID.randomUUID(), "Camille", Role.AGENT, Set.of(), null);

    @Autowired
    protected Patrons patrons;
    @Autowired
    protected PatronAccess access;
    @Autowired
    protected AccountRepository accounts;
    @Autowired
    protected SignedIn signedIn;
    @Autowired
    protected JdbcClient jdbc;

    /** Hélène Ferrand, card 1001, who may sign in. */
    protected UUID heleneWhoSignsIn() {
        UUID helene = asAgent(() -> patrons.create(form("1001", "Hélène", "Ferrand"))).value();
        asAgent(() -> access.open(helene, PASSWORD)).value();
        return helene;
    }

    protected <T> T asAgent(Supplier<T> work) {
        return signedIn.runAs(AGENT, work);
    }

    protected static PatronForm form(String card, String firstName, String lastName) {
        return new PatronForm(card, firstName, lastName, PatronCategory.ADULT, null, null, false, Locale.FRENCH, false);
    }
}
