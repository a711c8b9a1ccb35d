package org.passerelle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Whose SQL may name which table: its owner's, and that of those listed here. Imports do not show what a statement
 * reads; whoever adds a reader here says so in review.
 */
class TableOwnersTest {

    private static final Path SOURCES = Path.of("src/main/java/org/passerelle");
    private static final Pattern NAMED = Pattern.compile("\\bapp\\.([a-z_]+)");
    private static final Pattern CREATED = Pattern.compile("create table (?:if not exists )?(?:app\\.)?([a-z_]+)");
    private static final Pattern RENAMED = Pattern.compile("alter table (\\w+) rename to (\\w+)");

    private static final Map<String, Set<String>> TABLES_OF = Map.of(
            "platform", Set.of("account", "account_branch", "account_duty", "branch", "journal_anonymous", "journal_entry",
                    "policy_publication", "retention_run", "security_event", "deferred_command", "sealed_text", "sealed_reading"),
            "notification", Set.of("outbox_message", "outbox_attachment"),
            "catalogue", Set.of("title", "copy", "copy_place", "catalogue_word", "import_job", "import_profile", "import_refusal",
                    "import_seen"),
            "patrons", Set.of("patron", "patron_email_change"),
            "slots", Set.of("pickup_settings", "pickup_slot", "opening_window", "closed_day"),
            "circulation", Set.of("reservation", "reservation_line", "loan", "title_wait"),
            "quarantine", Set.of("crate", "crate_treatment", "quarantine_settings", "release_request", "returned_copy",
                    "copy_out_of_use"),
            "team", Set.of("team", "team_post", "team_minimum", "team_manager", "team_agent", "team_working_day", "work_return",
                    "work_talk_time", "work_follow_up", "work_measure", "work_health_support", "leave_wish"),
            "inbox", Set.of("inbox_task"),
            "trial", Set.of("trial_case", "trial_making"));

    /** Readers of what others own. Each stands above the owner, as imports do. */
    private static final Map<String, Set<String>> READS = Map.of(
            "slots", Set.of("branch"),
            "catalogue", Set.of("branch"),
            "team", Set.of("account", "branch"),
            "inbox", Set.of("account", "branch"),
            "operations", Set.of("account", "policy_publication"),
            "circulation", Set.of("branch", "copy", "title", "patron"),
            "quarantine", Set.of("account", "branch", "copy", "copy_place", "title"),
            "trial", Set.of("account", "branch"));

    /** The parts of circulation stand above each other, so each of its tables belongs to one of them. */
    private static final Map<String, String> PART_OF = Map.of("title_wait", "queue", "reservation", "reservations",
            "reservation_line", "reservations", "loan", "reservations");

    @Test
    void eachTableIsNamedByItsOwnerAndByThoseWhoAreListed() {
        assertThat(strangers(sources())).isEmpty();
    }

    @Test
    void aStatementThatNamesSomebodyElsesTableIsFound() {
        assertThat(strangers(Map.of(Path.of("inbox/service/Nosy.java"), "\"select email from app.patron where id = ?\"")))
                .containsExactly("inbox/service/Nosy.java names patron");
    }

    @Test
    void aPartOfCirculationNamesItsTablesAndThoseOfPartsBeforeIt() {
        assertThat(upwards(sources())).isEmpty();
    }

    @Test
    void aStatementThatNamesATableOfAPartAboveIsFound() {
        assertThat(upwards(Map.of(Path.of("circulation/queue/service/Nosy.java"), "\"select id from app.title_wait, app.loan\"",
                Path.of("circulation/Root.java"), "\"delete from app.reservation\"")))
                .containsExactly("circulation/Root.java names reservation", "circulation/queue/service/Nosy.java names loan");
    }

    @Test
    void eachTableOfCirculationBelongsToOneOfItsParts() {
        assertThat(PART_OF.keySet()).isEqualTo(TABLES_OF.get("circulation"));
        assertThat(PART_OF.values()).isSubsetOf(FloorsOfCirculation.parts().toList());
    }

    @Test
    void eachTableHasOneOwner() {
        List<String> owned = TABLES_OF.values().stream().flatMap(Set::stream).toList();
        assertThat(owned).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(tables());
    }

    @Test
    void whatIsListedIsReallyRead() {
        Set<String> read = new HashSet<>();
        sources().forEach((file, text) -> names(text).forEach(table -> read.add(module(file) + " " + table)));
        READS.forEach((module, tables) -> assertThat(tables).as("read by " + module)
                .allMatch(table -> read.contains(module + " " + table)));
    }

    private static Set<String> strangers(Map<Path, String> sources) {
        Set<String> strangers = new TreeSet<>();
        sources.forEach((file, text) -> names(text).stream()
                .filter(table -> !TABLES_OF.getOrDefault(module(file), Set.of()).contains(table)
                        && !READS.getOrDefault(module(file), Set.of()).contains(table))
                .forEach(table -> strangers.add(file + " names " + table)));
        return strangers;
    }

    private static Set<String> upwards(Map<Path, String> sources) {
        Set<String> upwards = new TreeSet<>();
        sources.forEach((file, text) -> names(text).stream()
                .filter(table -> module(file).equals("circulation") && PART_OF.containsKey(table) && !mayName(file, table))
                .forEach(table -> upwards.add(file + " names " + table)));
        return upwards;
    }

    /** The root of a module knows none of its parts. */
    private static boolean mayName(Path file, String table) {
        return file.getNameCount() > 2 && FloorsOfCirculation.mayKnow(file.getName(1).toString(), PART_OF.get(table));
    }

    private static String module(Path file) {
        return file.getName(0).toString();
    }

    /** Functions of the schema are everybody's. */
    private static Set<String> names(String text) {
        Set<String> tables = tables();
        return NAMED.matcher(text).results().map(found -> found.group(1)).filter(tables::contains).collect(Collectors.toSet());
    }

    private static Set<String> tables() {
        Collection<String> migrations = read(Path.of("src/main/resources/db/migration"), ".sql").values();
        Map<String, String> renamed = migrations.stream().flatMap(sql -> RENAMED.matcher(sql).results())
                .collect(Collectors.toMap(found -> found.group(1), found -> found.group(2)));
        return migrations.stream().flatMap(sql -> CREATED.matcher(sql).results()).map(found -> found.group(1))
                .map(name -> renamed.getOrDefault(name, name)).collect(Collectors.toSet());
    }

    private static Map<Path, String> sources() {
        return read(SOURCES, ".java");
    }

    private static Map<Path, String> read(Path folder, String ending) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).collect(Collectors.toMap(folder::relativize,
                    TableOwnersTest::text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
