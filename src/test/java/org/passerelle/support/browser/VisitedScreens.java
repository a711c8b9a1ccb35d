package org.passerelle.support.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.WeakHashMap;
import java.util.regex.Pattern;

/** The screens that the people of a journey have come to, and which of them were looked at for accessibility. */
final class VisitedScreens {

    /** Ids, days, tokens and barcodes at the end of an address: the screen is the same whatever they are. */
    private static final Pattern VARIABLE = Pattern.compile("/(?:(?=[^/]*[0-9])[^/]+|[^/]{20,})");
    /** They show nothing of their own: each sends on to another screen. */
    private static final Set<String> WAYS_ON = Set.of("/", "/basket/sign-in");
    private static final Map<BrowserContext, VisitedScreens> OF = new WeakHashMap<>();

    private final Set<String> visited = new TreeSet<>();
    private final Set<String> checked = new TreeSet<>();
    private boolean signingIn;
    private boolean brokenOff;

    /** From now on. */
    void follow(Page page) {
        OF.put(page.context(), this);
        page.onFrameNavigated(frame -> {
            if (frame == page.mainFrame() && !signingIn && frame.url().startsWith("http")
                    && !WAYS_ON.contains(screen(frame.url()))) {
                visited.add(screen(frame.url()));
            }
        });
    }

    static void checked(Page page) {
        VisitedScreens screens = OF.get(page.context());
        if (screens != null) {
            screens.checked.add(screen(page.url()));
        }
    }

    /** What is only passed through on the way in does not count: it has a journey of its own. */
    void signIn(Runnable signIn) {
        signingIn = true;
        signIn.run();
        signingIn = false;
    }

    /** A journey failed on its way: what it would have looked at is not known. */
    void breakOff() {
        brokenOff = true;
    }

    /** Visited, but never looked at. */
    Set<String> escaped() {
        if (brokenOff) {
            return Set.of();
        }
        Set<String> escaped = new TreeSet<>(visited);
        escaped.removeAll(checked);
        return escaped;
    }

    private static String screen(String url) {
        return VARIABLE.matcher(URI.create(url).getPath()).replaceAll("");
    }
}
