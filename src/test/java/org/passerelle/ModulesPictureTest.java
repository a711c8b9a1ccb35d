package org.passerelle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** The picture of the modules in docs/architecture.md shows what is. */
class ModulesPictureTest {

    private static final Pattern ARROW = Pattern.compile("^ +(\\w+) --> (\\w+)$", Pattern.MULTILINE);
    /** Everybody uses the one, and the other uses everybody. */
    private static final Set<String> LEFT_OUT = Set.of("platform", "trial");

    @Test
    void eachArrowIsADependencyAndEachDependencyAnArrow() throws IOException {
        assertThat(drawn()).isEqualTo(used());
    }

    private static Set<String> drawn() throws IOException {
        Set<String> arrows = new TreeSet<>();
        ARROW.matcher(Files.readString(Path.of("docs/architecture.md"))).results()
                .forEach(arrow -> arrows.add(arrow.group(1) + " uses " + arrow.group(2)));
        return arrows;
    }

    private static Set<String> used() {
        ApplicationModules modules = ApplicationModules.of(PasserelleApplication.class);
        Set<String> uses = new TreeSet<>();
        modules.stream().filter(ModulesPictureTest::isDrawn).forEach(module -> module.getDirectDependencies(modules)
                .uniqueModules().filter(ModulesPictureTest::isDrawn)
                .forEach(other -> uses.add(module.getIdentifier() + " uses " + other.getIdentifier())));
        return uses;
    }

    private static boolean isDrawn(ApplicationModule module) {
        return !LEFT_OUT.contains(module.getIdentifier().toString());
    }
}
