package org.passerelle.support.browser;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The real browser as one test sees it: every screen opened from here is a person of its own, signed in nowhere. What a test has
 * left is emptied and given to a later one: it still has the product's scripts compiled, which a new one would take seconds for.
 */
public final class Browser {

    /** Whatever a site may keep in a browser, but for what it says may be kept by anybody. */
    private static final String KEPT_BY_SITES = "local_storage,indexeddb,cache_storage,service_workers,file_systems,websql";
    private static final Map<Kind, Deque<BrowserContext>> LEFT = new HashMap<>();

    private final com.microsoft.playwright.Browser chromium;
    private final String address;
    private final Map<BrowserContext, Kind> opened = new LinkedHashMap<>();
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
        Kind kind = new Kind(address, language, width, height, scheme);
        BrowserContext left = LEFT.computeIfAbsent(kind, first -> new ArrayDeque<>()).poll();
        BrowserContext context = left != null ? left : chromium.newContext(kind.options());
        opened.put(context, kind);
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
        int person = 0;
        for (BrowserContext context : opened.keySet()) {
            Screen.shoot(context.pages().getFirst(), name + "-" + ++person);
        }
    }

    /** After a test that passed. */
    void leave() {
        opened.forEach((context, kind) -> {
            if (context.pages().isEmpty()) {
                context.close();
            } else {
                empty(context);
                LEFT.get(kind).push(context);
            }
        });
    }

    /** After a test that failed, nobody knows in which state. */
    void close() {
        opened.keySet().forEach(BrowserContext::close);
    }

    private void empty(BrowserContext context) {
        JsonObject what = new JsonObject();
        what.addProperty("origin", address.substring(0, address.length() - 1));
        what.addProperty("storageTypes", KEPT_BY_SITES);
        context.newCDPSession(context.pages().getFirst()).send("Storage.clearDataForOrigin", what);
        List.copyOf(context.pages()).forEach(Page::close);
        context.clearCookies();
        context.setOffline(false);
    }

    /** What a screen is from its beginning to its end. */
    private record Kind(String address, Locale language, int width, int height, ColorScheme scheme) {

        com.microsoft.playwright.Browser.NewContextOptions options() {
            return new com.microsoft.playwright.Browser.NewContextOptions().setBaseURL(address)
                    .setLocale(language.toLanguageTag()).setViewportSize(width, height).setColorScheme(scheme);
        }
    }
}
