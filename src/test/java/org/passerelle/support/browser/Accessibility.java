package org.passerelle.support.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** WCAG 2.2 AA as far as a program can measure it. */
final class Accessibility {

    private static final List<String> LEVEL = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
    private static final List<String> COLOURS = List.of("color-contrast");
    private static final Set<String> SEEN_IN_BOTH = ConcurrentHashMap.newKeySet();

    /** What fades in or out is measured when it has come to rest, to which it is brought at once. */
    private static final String AT_REST = """
            async () => {
                const frame = () => new Promise(done => { requestAnimationFrame(() => setTimeout(done)); setTimeout(done, 100); });
                for (let still = 0, looks = 0; still < 2 && looks < 20; looks++) {
                    const roots = [document];
                    for (const root of roots) {
                        root.querySelectorAll('*').forEach(e => e.shadowRoot && roots.push(e.shadowRoot));
                    }
                    const moving = roots.flatMap(root => root.getAnimations())
                        .filter(a => a.playState !== 'finished' && a.effect?.getComputedTiming().iterations !== Infinity);
                    moving.forEach(a => a.finish());
                    await Promise.all(moving.map(a => a.finished.catch(() => {})));
                    still = moving.length ? 0 : still + 1;
                    await frame();
                }
            }""";

    private Accessibility() {
    }

    /** Looks at the screen as it is; the first time, by that name, at its colours in the other scheme too. */
    static void assertNoViolations(Page page, String name) {
        atRest(page);
        assertNone(page, name, axe(page).withTags(LEVEL));
        if (SEEN_IN_BOTH.add(name)) {
            boolean dark = (Boolean) page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches");
            show(page, dark ? ColorScheme.LIGHT : ColorScheme.DARK);
            assertNone(page, name + ", its colours reversed", axe(page).withRules(COLOURS));
            show(page, dark ? ColorScheme.DARK : ColorScheme.LIGHT);
        }
        VisitedScreens.checked(page);
    }

    /** No page holds a frame of another origin: the way that opens a page of its own each time is not needed. */
    private static AxeBuilder axe(Page page) {
        Options options = new Options();
        // What is in order is not described node by node.
        options.setResultTypes(List.of("violations"));
        return new AxeBuilder(page).options(options).setLegacyMode(true);
    }

    /**
     * No rule of ours reads style sheets as files. Left to itself axe asks for those that a sheet imports, at an
     * address beside the page: refused there, it would become the page that a sign-in leads back to.
     */
    static final class Options extends AxeRunOptions {

        @JsonProperty
        Map<String, List<String>> getPreload() {
            return Map.of("assets", List.of("media"));
        }
    }

    private static void assertNone(Page page, String name, AxeBuilder axe) {
        assertThat(axe.analyze().getViolations().stream().map(Accessibility::describe))
                .as("accessibility of %s at %s", name, page.url()).isEmpty();
    }

    private static void show(Page page, ColorScheme scheme) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        atRest(page);
    }

    /** Waits until the screen has its title and nothing moves any more. */
    static void atRest(Page page) {
        page.waitForFunction("document.title");
        page.evaluate(AT_REST);
    }

    private static String describe(Rule rule) {
        return rule.getId() + " (" + rule.getHelp() + "): " + rule.getNodes().stream()
                .map(node -> node.getTarget() + " " + node.getHtml() + " " + node.getFailureSummary())
                .collect(Collectors.joining("; "));
    }
}
