package org.passerelle.circulation.publicpages.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.circulation.drive.Drive.SLOT;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.flow.server.VaadinSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.circulation.ReservationId;
import org.passerelle.circulation.WaitId;
import org.passerelle.circulation.drive.Drive;
import org.passerelle.circulation.publicpages.service.PickupLinks;
import org.passerelle.circulation.reservations.service.ReservationBook;
import org.passerelle.circulation.waiting.Waiting;
import org.passerelle.patrons.domain.Patron;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.platform.security.Role;
import org.passerelle.platform.security.SignedIn;
import org.passerelle.platform.security.SignedInAccount;
import org.passerelle.support.PasserelleTest;
import org.passerelle.support.Screens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/** A family shares a device: somebody is signed in, and opens the link in another's message. */
@PasserelleTest
class SharedDeviceTest {

    @Autowired
    ApplicationContext context;
    @Autowired
    Drive drive;
    @Autowired
    Waiting waiting;
    @Autowired
    PickupLinks links;
    @Autowired
    ReservationBook book;
    @Autowired
    SignedIn signedIn;

    private UUID branch;
    private Patron awa;
    private CurrentUser ali;
    private ReservationId awas;

    @BeforeEach
    void twoOfAFamily() {
        branch = drive.branch("PORT");
        awa = drive.patron("Awa", "Diallo");
        ali = drive.as(drive.patron("Ali", "Diallo"));
        awas = drive.reserve(awa, branch, SLOT, drive.title(branch, "Germinal", 1));
    }

    @Test
    void theLinkOfAReservationOpensForWhomeverIsSignedIn() {
        try (Screens screens = new Screens(context, PickupView.class)) {
            for (CurrentUser somebody : List.of(ali, drive.as(awa), drive.agentOf(branch),
                    new CurrentUser(UUID.randomUUID(), "Camille", Role.AGENT, Set.of(), null))) {
                BrowserlessUIContext window = signedIn(screens, somebody);

                Screens.enter(window, "pickup/" + drive.token(awas), "");

                assertThat(Screens.text(window)).contains("Germinal").doesNotContain("n’a pas abouti");
            }
        }
        assertThat(drive.by(ali, book::mine)).isEmpty();
    }

    @Test
    void theLinkOfAnOfferOpensForWhomeverIsSignedIn() {
        UUID title = drive.title(branch, "Nana", 1);
        UUID copy = waiting.lend(title, branch);
        WaitId wait = waiting.ask(awa, title, branch);
        waiting.comesBack(copy);
        try (Screens screens = new Screens(context, WaitView.class)) {
            BrowserlessUIContext window = signedIn(screens, ali);

            Screens.enter(window, "waiting/" + waiting.tokenOf(wait), "");

            assertThat(Screens.text(window)).contains("Nana").doesNotContain("n’a pas abouti");
        }
    }

    @Test
    void whoeverIsSignedInIsThemselvesAgainAfterwards() {
        try (Screens screens = new Screens(context, PickupView.class)) {
            signedIn(screens, ali);

            assertThat(links.cancel(drive.token(awas)).isDone()).isTrue();

            assertThat(signedIn.maybe()).contains(ali);
            assertThat(book.mine()).isEmpty();
        }
    }

    @Test
    void whatReachesAnothersScreenMeanwhileIsThatPersons() {
        CurrentUser holder = drive.as(awa);
        List<CurrentUser> there = new ArrayList<>();
        try (Screens screens = new Screens(context, PickupView.class)) {
            BrowserlessUIContext alis = signedIn(screens, ali);
            VaadinSession aliAtHome = alis.getUI().getSession();
            signedIn(screens, drive.agentOf(branch));
            VaadinSession desk = VaadinSession.getCurrent();

            signedIn.runAs(holder, () -> {
                VaadinSession.setCurrent(aliAtHome);
                there.add(signedIn.maybe().orElseThrow());
                VaadinSession.setCurrent(desk);
                there.add(signedIn.maybe().orElseThrow());
                return null;
            });
        }

        assertThat(there).containsExactly(ali, holder);
    }

    /** As a browser holds it that has signed in: the session itself knows who. */
    private static BrowserlessUIContext signedIn(Screens screens, CurrentUser user) {
        BrowserlessUIContext window = screens.of(user);
        SignedInAccount account = new SignedInAccount(user, "", "", true);
        window.getUI().getSession().getSession().setAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY,
                new SecurityContextImpl(new UsernamePasswordAuthenticationToken(account, null, account.getAuthorities())));
        return window;
    }
}
