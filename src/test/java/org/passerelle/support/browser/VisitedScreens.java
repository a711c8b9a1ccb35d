package org.passerelle.support.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.vaadin.flow.component.Component;
import java.lang.reflect.Method;
import java.net.URI;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.WeakHashMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;

/** The screens that the people of a journey have come to, and which of them were looked at for accessibility. */
final class VisitedScreens {

    /** Ids, days, tokens and barcodes at the end of an address: the screen is the same whatever they are. */
    private static final Pattern VARIABLE = Pattern.compile("/(?:(?=[^/]*[0-9])[^/]+|[^/]{20,})");
    /** They show nothing of their own: each sends on to another screen. */
    private static final Set<String> WAYS_ON = Set.of("/", "/basket/sign-in");
    private static final Map<BrowserContext, VisitedScreens> OF = new WeakHashMap<>();

    private final Set<String> visited = new TreeSet<>();
    private final Set<String> checked = new TreeSet<>();
    private final Set<String> addresses = new TreeSet<>();
    private final Set<Method> tests = new HashSet<>();
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
            screens.addresses.add(URI.create(page.url()).getPath().substring(1));
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

    /** That test of the journey is over. */
    void ran(Method test) {
        tests.add(test);
    }

    /**
     * Of the screens that a journey has promised to look at, those that it has not; none where only some of its tests were asked for.
     *
     * @param screenAt which screen stands at an address
     */
    Set<Class<?>> missed(Class<?> journey, Function<String, Optional<Class<? extends Component>>> screenAt) {
        LooksAt promised = journey.getAnnotation(LooksAt.class);
        if (promised == null || brokenOff
                || !tests.containsAll(AnnotationSupport.findAnnotatedMethods(journey, Testable.class, HierarchyTraversalMode.TOP_DOWN))) {
            return Set.of();
        }
        Set<Class<?>> missed = new HashSet<>(Set.of(promised.value()));
        addresses.forEach(address -> screenAt.apply(address).ifPresent(missed::remove));
        return missed;
    }

    private static String screen(String url) {
        return VARIABLE.matcher(URI.create(url).getPath()).replaceAll("");
    }
}
