package org.passerelle.platform.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinSession;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import org.passerelle.platform.i18n.Messages;
import org.passerelle.platform.security.SignedIn.SignIn;

/**
 * The language a person reads: chosen here before (a cookie), else the browser's. Who signs in reads the language of their
 * account from then on, until they choose another here.
 */
final class Language {

    static final String COOKIE = "language";
    private static final String HEARD = Language.class.getName() + ".signIn";
    private static final Duration REMEMBERED = Duration.ofDays(365);

    private Language() {
    }

    static Locale of(VaadinRequest request) {
        return chosen(request).orElseGet(() -> Collections.list(request.getLocales()).stream()
                .filter(asked -> Messages.LOCALES.stream().anyMatch(l -> l.getLanguage().equals(asked.getLanguage())))
                .findFirst().map(Messages::supported).orElse(Locale.FRENCH));
    }

    private static Optional<Locale> chosen(VaadinRequest request) {
        Cookie[] cookies = request.getCookies() == null ? new Cookie[0] : request.getCookies();
        return Arrays.stream(cookies).filter(cookie -> COOKIE.equals(cookie.getName()))
                .flatMap(cookie -> Messages.LOCALES.stream().filter(l -> l.getLanguage().equals(cookie.getValue())))
                .findFirst();
    }

    /** Once for each sign-in: what is chosen on the screen after it stays. */
    static Locale of(VaadinSession session, Optional<SignIn> signIn) {
        signIn.filter(each -> !each.id().equals(session.getAttribute(HEARD))).ifPresent(each -> {
            session.setAttribute(HEARD, each.id());
            session.setLocale(Messages.supported(each.language()));
        });
        return session.getLocale();
    }

    /** Keeps the choice, and opens the same page again in that language. */
    static void choose(Locale language) {
        Cookie cookie = new Cookie(COOKIE, language.getLanguage());
        cookie.setPath("/");
        cookie.setMaxAge((int) REMEMBERED.toSeconds());
        cookie.setHttpOnly(true);
        cookie.setSecure(VaadinRequest.getCurrent().isSecure());
        cookie.setAttribute("SameSite", "Lax");
        VaadinService.getCurrentResponse().addCookie(cookie);
        VaadinSession.getCurrent().setLocale(language);
        UI.getCurrent().getPage().reload();
    }
}
