package org.passerelle.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.Route;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.passerelle.circulation.publicpages.ui.basket.BasketSignInView;
import org.passerelle.support.browser.LooksAt;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/** No screen without a journey that has promised to look at it for accessibility, in light and in dark; journeys keep their word themselves. */
class EveryScreenTest {

    /** It shows nothing of its own: it sends on to another screen. */
    private static final Set<Class<?>> WAYS_ON = Set.of(BasketSignInView.class);

    @Test
    void someJourneyLooksAtEachScreen() {
        List<Class<?>> looked = with(LooksAt.class).flatMap(journey -> Stream.of(journey.getAnnotation(LooksAt.class).value()))
                .collect(Collectors.toList());

        assertThat(looked).doesNotHaveDuplicates();
        assertThat(names(looked)).isEqualTo(names(with(Route.class).filter(screen -> !WAYS_ON.contains(screen)
                && !screen.getName().startsWith("org.passerelle.journey.")).toList()));
    }

    private static Stream<Class<?>> with(Class<? extends Annotation> annotation) {
        ClassPathScanningCandidateComponentProvider finder = new ClassPathScanningCandidateComponentProvider(false);
        finder.addIncludeFilter(new AnnotationTypeFilter(annotation));
        return finder.findCandidateComponents("org.passerelle").stream().map(found -> {
            try {
                return Class.forName(found.getBeanClassName());
            } catch (ClassNotFoundException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static Set<String> names(List<Class<?>> classes) {
        return classes.stream().map(Class::getName).collect(Collectors.toCollection(TreeSet::new));
    }
}
