package org.passerelle.platform.ui.help;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.Route;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.passerelle.platform.i18n.Messages;
import org.passerelle.platform.ui.accounts.LoginView;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/** Each screen says in a few lines what it is for, in both languages. */
class HelpLinesTest {

    private final Messages messages = new Messages();

    static Stream<Class<?>> screens() {
        var scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AnnotationTypeFilter(Route.class));
        return scan.findCandidateComponents("org.passerelle").stream()
                .<Class<?>>map(found -> ClassUtils.resolveClassName(found.getBeanClassName(), null))
                .filter(view -> view != LoginView.class && !view.getProtectionDomain().getCodeSource().getLocation()
                        .getPath().endsWith("/test-classes/"));
    }

    @ParameterizedTest
    @MethodSource("screens")
    void everyScreenHasItsLinesInBothLanguagesAndNoMoreThanAreRead(Class<?> view) {
        assertThat(messages.has(HelpLines.key(view))).as(HelpLines.key(view)).isTrue();
        for (Locale language : Messages.LOCALES) {
            assertThat(HelpLines.of(messages.text(language, HelpLines.key(view)))).isNotEmpty()
                    .hasSizeLessThanOrEqualTo(HelpLines.MOST - HelpLines.of(messages.text(language, "help.frame")).size())
                    .allMatch(line -> line.chars().filter(sign -> sign == '`').count() % 2 == 0);
        }
    }

    @Test
    void noScreenThatIsGoneStillHasLines() {
        assertThat(messages.texts(Locale.FRENCH).keySet().stream().filter(key -> key.startsWith("help.screen.")))
                .containsExactlyInAnyOrderElementsOf(screens().map(HelpLines::key).toList());
    }
}
