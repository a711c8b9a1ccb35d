package org.passerelle.platform.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.passerelle.catalogue.MaterialType;
import org.passerelle.catalogue.PlaceKind;
import org.passerelle.catalogue.domain.ImportRefusal;
import org.passerelle.catalogue.domain.marc.BadRecord;
import org.passerelle.catalogue.domain.marc.MarcFormat;
import org.passerelle.catalogue.domain.marc.RefusedCopy;
import org.passerelle.circulation.reservations.domain.DocumentsState;
import org.passerelle.circulation.reservations.domain.LineState;
import org.passerelle.circulation.reservations.domain.ReservationOutcome;
import org.passerelle.notification.domain.Failure;
import org.passerelle.notification.domain.MessageState;
import org.passerelle.notification.domain.OutboxFilter;
import org.passerelle.patrons.domain.PatronCategory;
import org.passerelle.platform.Refusal;
import org.passerelle.platform.journal.Journal;
import org.passerelle.platform.security.Role;
import org.passerelle.platform.security.SecurityRecord;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;

class MessagesTest {

    private static final String KEY = "\"([a-zA-Z][\\w-]*(?:\\.[\\w-]+)+)\"\\s*[,)]";
    /** The ways sources name a message key in full. */
    private static final List<Pattern> USES = List.of(
            Pattern.compile("getTranslation\\(\\s*" + KEY),
            Pattern.compile("\\.text\\([^;\"]*?,\\s*" + KEY),
            Pattern.compile("journal\\.record\\([^;\"]*?,\\s*" + KEY),
            Pattern.compile("new MenuEntry\\([^;\"]*?,\\s*" + KEY));
    /** In French a sign of two parts, a percent sign and a closing guillemet never begin a line. */
    private static final Pattern BREAKABLE = Pattern.compile("[^\\s] [:;!?%»]|« ");

    private final Messages messages = new Messages();
    private final Map<String, String> french = messages.texts(Locale.FRENCH);
    private final Map<String, String> english = messages.texts(Locale.ENGLISH);

    @Test
    void bothLanguagesSayTheSameThings() {
        assertThat(french.keySet()).containsExactlyInAnyOrderElementsOf(english.keySet());
    }

    @Test
    void aMessageTakesTheSameArgumentsInBothLanguages() {
        assertThat(french.keySet()).allSatisfy(key ->
                assertThat(arguments(french.get(key), Locale.FRENCH)).as(key)
                        .isEqualTo(arguments(english.get(key), Locale.ENGLISH)));
    }

    @Test
    void noMessageIsEmpty() {
        assertThat(Stream.concat(french.entrySet().stream(), english.entrySet().stream()))
                .allSatisfy(message -> assertThat(message.getValue()).as(message.getKey()).isNotBlank());
    }

    @Test
    void frenchTypographyKeepsItsSigns() {
        assertThat(french).allSatisfy((key, text) -> {
            String said = text.replaceAll("\\{\\d+,[^}]*\\{", "");
            assertThat(BREAKABLE.matcher(said).find()).as("%s: %s", key, text).isFalse();
            assertThat(said.replace("''", "")).as("straight apostrophe in %s", key).doesNotContain("'");
        });
    }

    @Test
    void noKeyStandsTwiceInAFile() throws IOException {
        try (Stream<Path> bundles = Files.list(Path.of("src", "main", "resources", "i18n"))) {
            for (Path bundle : bundles.toList()) {
                List<String> keys = Files.readAllLines(bundle).stream().filter(line -> line.matches("[a-zA-Z].*=.*"))
                        .map(line -> line.substring(0, line.indexOf('=')).strip()).toList();
                assertThat(keys).as(bundle.toString()).isNotEmpty().doesNotHaveDuplicates();
            }
        }
    }

    /** Keys that sources put together from a constant's name. */
    @Test
    void everyConstantThatIsShownHasAText() {
        Map<String, Stream<? extends Enum<?>>> shown = Map.ofEntries(
                Map.entry("catalogue.import.reason.", Stream.of(ImportRefusal.Reason.values(), BadRecord.Reason.values(),
                        RefusedCopy.Reason.values()).flatMap(Stream::of)),
                Map.entry("catalogue.import.format.", Stream.of(MarcFormat.values())),
                Map.entry("catalogue.place.", Stream.of(PlaceKind.values())),
                Map.entry("catalogue.material.", Stream.of(MaterialType.values())),
                Map.entry("outbox.state.", Stream.of(MessageState.values())),
                Map.entry("outbox.failure.", Stream.of(Failure.values())),
                Map.entry("outbox.group.", Stream.of(OutboxFilter.Group.values())),
                Map.entry("journal.channel.", Stream.of(Journal.Channel.values())),
                Map.entry("role.", Stream.of(Role.values())),
                Map.entry("security.kind.", Stream.of(SecurityRecord.Kind.values())),
                Map.entry("staff.line.", Stream.of(LineState.values())),
                Map.entry("staff.outcome.", Stream.of(ReservationOutcome.values())),
                Map.entry("staff.documentsState.", Stream.of(DocumentsState.values())),
                Map.entry("patron.category.", Stream.of(PatronCategory.values())));
        shown.forEach((prefix, constants) -> assertThat(constants.map(constant -> prefix + constant.name()))
                .allMatch(messages::has));
    }

    @Test
    void everyKeyNamedInTheSourcesHasAText() throws IOException {
        Map<String, String> missing = new TreeMap<>();
        try (Stream<Path> sources = Files.walk(Path.of("src", "main", "java"))) {
            for (Path source : sources.filter(file -> file.toString().endsWith(".java")).toList()) {
                String code = Files.readString(source);
                USES.stream().flatMap(use -> use.matcher(code).results()).map(use -> use.group(1))
                        .filter(key -> !messages.has(key)).forEach(key -> missing.put(key, source.toString()));
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void noScreenWritesAColonOfItsOwn() throws IOException {
        try (Stream<Path> sources = Files.walk(Path.of("src", "main", "java"))) {
            for (Path source : sources.filter(file -> file.getParent().endsWith("ui")
                    && file.toString().endsWith(".java")).toList()) {
                assertThat(Files.readString(source)).as(source.toString()).doesNotContain("+ \" : \"", "+ \": \"");
            }
        }
    }

    @Test
    void everyRefusalHasAText() {
        ClassPathScanningCandidateComponentProvider scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AssignableTypeFilter(Refusal.class));
        Collection<String> refusals = scan.findCandidateComponents("org.passerelle").stream()
                .flatMap(found -> Stream.of(constants(found.getBeanClassName()))).map(Refusal::messageKey).toList();
        assertThat(refusals).isNotEmpty().allMatch(messages::has);
    }

    private static Refusal[] constants(String type) {
        try {
            Object[] constants = Class.forName(type).getEnumConstants();
            return constants instanceof Refusal[] refusals ? refusals : new Refusal[0];
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Collection<String> arguments(String pattern, Locale locale) {
        return new MessageFormat(pattern, locale).getArgumentNames();
    }
}
