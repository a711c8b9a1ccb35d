package org.passerelle.support;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.browserless.SecuredBrowserlessApplicationContext;
import com.vaadin.browserless.SpringBrowserlessApplicationContext;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.data.provider.DataCommunicator;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.server.VaadinSession;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.platform.security.SignedInAccount;
import org.springframework.context.ApplicationContext;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/**
 * Screens of several people at once, without a browser. Use:
 * <pre>{@code
 * try (Screens screens = new Screens(context, InboxView.class)) {
 *     BrowserlessUIContext camille = screens.of(user);
 *     camille.navigate("inbox", InboxView.class);
 * }
 * }</pre>
 */
public class Screens implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final SecuredBrowserlessApplicationContext<Authentication> application;

    /** @param views the views whose packages are reachable */
    public Screens(ApplicationContext context, Class<?>... views) {
        application = SpringBrowserlessApplicationContext.createSecured(context, views);
    }

    /** A window of that person's browser, in French; it is the active one until another is asked for or activated. */
    public BrowserlessUIContext of(CurrentUser user) {
        SignedInAccount account = new SignedInAccount(user, "", "", true);
        return french(application.newUser(
                new UsernamePasswordAuthenticationToken(account, null, account.getAuthorities())).newWindow());
    }

    /** Two windows of one visit of that person's, in French; the second is the active one. */
    public List<BrowserlessUIContext> two(CurrentUser user) {
        SignedInAccount account = new SignedInAccount(user, "", "", true);
        var visit = application.newUser(
                new UsernamePasswordAuthenticationToken(account, null, account.getAuthorities()));
        return List.of(french(visit.newWindow()), french(visit.newWindow()));
    }

    /** A window as it opens after that sign-in, in whatever language it opens. */
    public BrowserlessUIContext after(SignedInAccount signIn) {
        BrowserlessUIContext window = application.newUser(
                new UsernamePasswordAuthenticationToken(signIn, null, signIn.getAuthorities())).newWindow();
        window.activate();
        return window;
    }

    /** A window of somebody's browser who has not signed in, in French; active like the others. */
    public BrowserlessUIContext nobody() {
        return french(application.newUser().newWindow());
    }

    private static BrowserlessUIContext french(BrowserlessUIContext window) {
        window.activate();
        window.getUI().getSession().setLocale(Locale.FRENCH);
        window.getUI().setLocale(Locale.FRENCH);
        return window;
    }

    /**
     * Signs somebody in on the screen of a test that has but one: for the test's thread, and for the visit. Live updates
     * come on threads of their own, which know the visit alone.
     */
    public static void signIn(CurrentUser user) {
        SignedInAccount account = new SignedInAccount(user, "somebody", "", true);
        SecurityContext context = new SecurityContextImpl(
                new UsernamePasswordAuthenticationToken(account, null, account.getAuthorities()));
        SecurityContextHolder.setContext(context);
        VaadinSession.getCurrent().getSession()
                .setAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY, context);
    }

    /** Enters an address, its query included. */
    public static void enter(BrowserlessUIContext window, String path, String query) {
        window.activate();
        window.getUI().navigate(path, QueryParameters.fromString(query));
        window.roundTrip();
    }

    /** Lets live updates reach that window until what is expected shows; fails when it does not come. */
    public static void await(BrowserlessUIContext window, BooleanSupplier shown) {
        window.activate();
        for (long end = System.nanoTime() + PATIENCE.toNanos(); !shown.getAsBoolean(); window.roundTrip()) {
            // A look for any component lets in what waits for the window; a round trip alone does not.
            window.find(Main.class).exists();
            if (System.nanoTime() > end) {
                throw new AssertionError("what was expected has not come to the screen: " + text(window));
            }
            Thread.onSpinWait();
        }
    }

    /** How many rows a list has read once a browser shows that many of them. */
    public static long rowsRead(Grid<?> list, int shown, Runnable roundTrip) {
        DataCommunicator<?> rows = list.getDataCommunicator();
        rows.setViewportRange(0, shown);
        roundTrip.run();
        // Whatever is read is given a number from 1 on.
        return IntStream.rangeClosed(1, 1_000).filter(key -> rows.getKeyMapper().get(String.valueOf(key)) != null).count();
    }

    /** All that can be read in that window's view, piece by piece, with ordinary spaces. */
    public static String text(BrowserlessUIContext window) {
        return withOrdinarySpaces(texts(window.getCurrentView().getElement()).collect(Collectors.joining("\n")));
    }

    public static String withOrdinarySpaces(String text) {
        return text.replace('\u00a0', ' ').replace('\u202f', ' ');
    }

    private static Stream<String> texts(Element of) {
        if (of.isTextNode()) {
            return Stream.of(of.getText());
        }
        return of.isVisible() ? of.getChildren().flatMap(Screens::texts) : Stream.empty();
    }

    @Override
    public void close() {
        application.close();
    }
}
