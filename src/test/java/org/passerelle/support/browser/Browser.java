package org.passerelle.support.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The real browser as one test sees it: every screen opened from here is a person of its own, signed in nowhere. */
public final class Browser {

    private final com.microsoft.playwright.Browser chromium;
    private final String address;
    private final List<BrowserContext> opened = new ArrayList<>();
    private final VisitedScreens visited;

    Browser(com.microsoft.playwright.Browser chromium, String address, VisitedScreens visited) {
        this.chromium = chromium;
        this.address = address;
        this.visited = visited;
    }

    /** A desk's screen, 1280 × 800. */
    public Page desk(Locale language) {
        return open(language, 1280, 800, ColorScheme.LIGHT);
    }

    /** A phone's screen, 390 wide. */
    public Page phone(Locale language) {
        return open(language, 390, 844, ColorScheme.LIGHT);
    }

    public Page open(Locale language, int width, int height, ColorScheme scheme) {
        BrowserContext context = chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setBaseURL(address).setLocale(language.toLanguageTag()).setViewportSize(width, height)
                .setColorScheme(scheme));
        opened.add(context);
        Page page = context.newPage();
        visited.follow(page);
        page.setDefaultTimeout(30_000);
        page.setDefaultNavigationTimeout(60_000);
        return page;
    }

    /** Signs in with {@link People#PASSWORD}. */
    public void signIn(Page page, String username) {
        signIn(page, username, People.PASSWORD);
    }

    public void signIn(Page page, String username, String password) {
        visited.signIn(() -> {
            page.navigate("login");
            page.locator("input[name=username]").fill(username);
            page.locator("input[name=password]").fill(password);
            page.locator("vaadin-login-form vaadin-button[slot=submit]").click();
            page.waitForURL(url -> !url.endsWith("/login"));
            page.waitForLoadState(LoadState.LOAD);
        });
    }

    /** Keeps what everybody sees now. */
    void shootAll(String name) {
        for (int person = 0; person < opened.size(); person++) {
            Screen.shoot(opened.get(person).pages().getFirst(), name + "-" + (person + 1));
        }
    }

    void close() {
        opened.forEach(BrowserContext::close);
    }
}
