package org.passerelle.support.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.stream.Collectors;

/** WCAG 2.2 AA as far as a program can measure it. */
public final class Accessibility {

    private static final List<String> LEVEL = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    private Accessibility() {
    }

    /** What fades in or out is measured when it has come to rest. */
    private static final String AT_REST = """
            async () => {
                const roots = [document];
                for (const root of roots) {
                    root.querySelectorAll('*').forEach(e => e.shadowRoot && roots.push(e.shadowRoot));
                }
                const moving = roots.flatMap(root => root.getAnimations())
                    .filter(a => a.effect?.getComputedTiming().iterations !== Infinity);
                await Promise.all(moving.map(a => a.finished.catch(() => {})));
            }""";

    public static void assertNoViolations(Page page) {
        atRest(page);
        List<String> violations = new AxeBuilder(page).withTags(LEVEL).analyze().getViolations().stream()
                .map(Accessibility::describe).toList();
        assertThat(violations).as("accessibility of %s", page.url()).isEmpty();
    }

    /** Waits until nothing moves any more. */
    public static void atRest(Page page) {
        page.evaluate(AT_REST);
    }

    private static String describe(Rule rule) {
        return rule.getId() + " (" + rule.getHelp() + "): " + rule.getNodes().stream()
                .map(node -> node.getTarget() + " " + node.getHtml() + " " + node.getFailureSummary())
                .collect(Collectors.joining("; "));
    }
}
