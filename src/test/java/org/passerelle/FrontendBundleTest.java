package org.passerelle;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The committed front-end bundle is what {@code mvn spring-boot:run} shows without Node: it must have been built from
 * these sources. To rebuild it, see CONTRIBUTING.md.
 */
class FrontendBundleTest {

    private static final Path FRONTEND = Path.of("frontend");
    private static final Path BUNDLE = Path.of("src", "main", "bundles", "dev.bundle");

    private static JsonNode built;

    @BeforeAll
    static void open() throws IOException {
        try (ZipFile bundle = new ZipFile(BUNDLE.toFile())) {
            built = JsonMapper.shared().readTree(bundle.getInputStream(bundle.getEntry("config/stats.json")));
        }
    }

    @Test
    void theBundleHoldsEveryClientComponentAsItIsNow() throws Exception {
        assertThat(clientComponents()).isNotEmpty().allSatisfy(file ->
                assertThat(built.path("frontendHashes").path(FRONTEND.relativize(file).toString()).asString(""))
                        .as("hash of %s in the bundle", file).isEqualTo(hash(file)));
    }

    @Test
    void theBundleHoldsEveryModuleTheClassesAskFor() {
        assertThat(annotated(JsModule.class)).flatExtracting(type -> List.of(type.getAnnotationsByType(JsModule.class)))
                .extracting(module -> module.value().replaceFirst("^\\./", "Frontend/"))
                .isSubsetOf(built.path("bundleImports").valueStream().map(JsonNode::asString).toList());
    }

    @Test
    void theBundleHoldsTheVersionsTheClassesAskFor() {
        List<NpmPackage> asked = Stream.concat(annotated(NpmPackage.class).stream(), Stream.of(Button.class))
                .flatMap(type -> Stream.of(type.getAnnotationsByType(NpmPackage.class))).toList();
        assertThat(asked).hasSizeGreaterThan(1).allSatisfy(npm ->
                assertThat(built.path("packageJsonDependencies").path(npm.value()).asString(""))
                        .as("version of %s in the bundle", npm.value()).isEqualTo(npm.version()));
    }

    private static List<Path> clientComponents() throws IOException {
        Predicate<Path> ours = file -> file.toString().matches(".*\\.(ts|js|tsx)") && !file.toString().endsWith(".d.ts")
                && !file.startsWith(FRONTEND.resolve("generated")) && !file.startsWith(FRONTEND.resolve("theme"));
        try (Stream<Path> files = Files.walk(FRONTEND)) {
            return files.filter(ours).toList();
        }
    }

    private static List<Class<?>> annotated(Class<? extends java.lang.annotation.Annotation> annotation) {
        ClassPathScanningCandidateComponentProvider scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AnnotationTypeFilter(annotation, false));
        return scan.findCandidateComponents("org.passerelle").stream().map(BeanDefinition::getBeanClassName)
                .<Class<?>>map(name -> {
                    try {
                        return Class.forName(name);
                    } catch (ClassNotFoundException e) {
                        throw new IllegalStateException(e);
                    }
                }).toList();
    }

    private static String hash(Path file) throws Exception {
        String text = Files.readString(file).replace("\r\n", "\n");
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
