package org.passerelle.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.passerelle.support.FreshState;
import org.passerelle.support.OtherProcess;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What a data folder goes through: kills, second starts, leftovers. */
@Isolated
class EmbeddedDatabaseIT {

    private static final String LIKENESS = "select similarity('жизнь', 'жизнь')";

    @TempDir
    Path folder;

    /** A process that starts a database on the folder it is given, keeps a connection busy, and waits to be killed. */
    static class Owner {

        public static void main(String[] args) throws Exception {
            EmbeddedDatabase database = new EmbeddedDatabase(Path.of(args[0]));
            try (Connection connection = open(database);
                 Statement statement = connection.createStatement()) {
                statement.execute("create table kept (word text)");
                statement.execute("insert into kept values ('passerelle')");
                connection.setAutoCommit(false);
                statement.execute("insert into kept values ('never committed')");
                System.out.println("open");
                Thread.sleep(60_000);
            }
        }
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void theServerThatAKilledRunLeftIsEndedAndWhatWasCommittedIsThere(CapturedOutput said) throws Exception {
        try (OtherProcess owner = new OtherProcess(Owner.class, FreshState.START, folder.resolve("owner.log"), Map.of(),
                folder.toString())) {
            owner.awaitLine("open");
            assertThatThrownBy(() -> new EmbeddedDatabase(folder)).isInstanceOf(DataFolderInUse.class);
            assertThat(owner.isAlive()).isTrue();
        }

        try (EmbeddedDatabase again = new EmbeddedDatabase(folder)) {
            assertThat(words(again)).isEqualTo("passerelle");
        }
        assertThat(said.getOut()).containsSubsequence("Ending the PostgreSQL server that an interrupted run left behind",
                "No other database is chosen (spring.datasource.url)", folder.toString());
    }

    @Test
    void aSecondStartOnTheSameFolderIsRefusedAndHarmsNothing() throws Exception {
        try (EmbeddedDatabase first = new EmbeddedDatabase(folder)) {
            assertThatThrownBy(() -> new EmbeddedDatabase(folder)).isInstanceOf(DataFolderInUse.class);
            assertThat(answers(first)).isTrue();
        }
        // What a machine that lost its power leaves: no process of that number, another program's, or nonsense.
        for (String left : new String[] {"999999999", String.valueOf(ProcessHandle.current().pid()), "\0\0\0", ""}) {
            Files.writeString(folder.resolve("postgresql/postmaster.pid"), left + "\n/elsewhere\n");
            try (EmbeddedDatabase again = new EmbeddedDatabase(folder)) {
                assertThat(answers(again)).as("after a pid file with '%s'", left).isTrue();
            }
        }
    }

    @Test
    void aFolderThatCannotBeWrittenIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("a file"), "not a folder");

        assertThatThrownBy(() -> new EmbeddedDatabase(file.resolve("data")))
                .isInstanceOf(DataFolderUnusable.class).hasMessageContaining("a file");
        assertThat(told(file)).contains(file + " is a file, no folder.");
        assertThat(new DataFolderFailureAnalyzer().analyze(new DataFolderInUse(folder)).getDescription())
                .contains("Another Passerelle is running", folder.toString());
    }

    @Test
    void aServerThatEndsByItselfIsStartedAgainWhereItWas() throws Exception {
        try (EmbeddedDatabase database = new EmbeddedDatabase(folder)) {
            ProcessHandle server = new PostgresServer(folder).process().orElseThrow();
            server.destroyForcibly();
            server.onExit().get(10, TimeUnit.SECONDS);

            await(() -> answers(database));
        }
        assertThat(new PostgresServer(folder).process()).isEmpty();
    }

    @Test
    void aMakingThatWasInterruptedBeginsAnew() throws Exception {
        Files.createDirectories(folder.resolve("postgresql.part/base"));
        Files.writeString(folder.resolve("postgresql.part/PG_VERSION"), "18\n");
        Files.createDirectories(folder.resolve("postgresql-programs.part/bin"));
        Files.writeString(folder.resolve("postgresql-programs.part/bin/initdb"), "half");

        try (EmbeddedDatabase database = new EmbeddedDatabase(folder)) {
            assertThat(answers(database)).isTrue();
        }
    }

    @Test
    void whatIsNoDatabaseOfThisVersionIsToldAtOnceAndLeftAsItIs() throws Exception {
        Path version = Files.createDirectories(folder.resolve("postgresql")).resolve("PG_VERSION");
        Path other = Files.writeString(version.resolveSibling("thesis.txt"), "somebody's work");
        assertThat(told(folder)).contains(folder.toString(), "holds something else than a database");

        Files.delete(other);
        try (EmbeddedDatabase made = new EmbeddedDatabase(folder)) {
            assertThat(answers(made)).isTrue();
        }
        Files.writeString(version, "17\n");
        assertThat(told(folder)).contains("version 17", "not compatible with this version 18").doesNotContain("\n");
        assertThat(version).hasContent("17");
    }

    @Test
    void onlyWhoReadsThePasswordOfTheFolderComesInAlsoWhereTheFolderIsOlder() throws Exception {
        Path password = folder.resolve("postgresql/passerelle.password");
        try (EmbeddedDatabase made = new EmbeddedDatabase(folder)) {
            assertClosedToOthers(made);
            assertThat(Files.getPosixFilePermissions(password)).containsExactlyInAnyOrder(
                    PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
            assertThat(made.connection().toString()).doesNotContain(Files.readString(password));
            try (Connection connection = open(made); Statement statement = connection.createStatement()) {
                statement.execute("create table kept as select 'passerelle' as word");
            }
        }
        // As earlier versions left it: whoever is on the machine comes in.
        Files.delete(password);
        Files.writeString(folder.resolve("postgresql/pg_hba.conf"), "host all all 127.0.0.1/32 trust\n");
        try (EmbeddedDatabase older = new EmbeddedDatabase(folder)) {
            assertClosedToOthers(older);
            assertThat(words(older)).isEqualTo("passerelle");
        }
    }

    @Test
    void whoeverIsWrittenInAnotherScriptIsLikeOneself() throws Exception {
        try (EmbeddedDatabase made = new EmbeddedDatabase(folder)) {
            execute(made, "create extension pg_trgm");
            assertThat(ask(made, LIKENESS)).isEqualTo("1");
        }
    }

    @Test
    void aFolderThatHasMovedToAMachineWithoutItsCharacterTypeIsOpenedThereAndItsNamesAreFound() throws Exception {
        try (EmbeddedDatabase made = new EmbeddedDatabase(folder)) {
            execute(made, "create extension pg_trgm", "create table person as select 'Анна Каренина' as name",
                    "create index person_alike on person using gin (name gin_trgm_ops)",
                    "update pg_database set datctype = 'xx_NOWHERE.UTF-8' where datname = 'postgres'");
            assertThatThrownBy(() -> open(made).close()).hasMessageContaining("incompatible with operating system");
        }
        try (EmbeddedDatabase moved = new EmbeddedDatabase(folder)) {
            assertThat(ask(moved, LIKENESS)).isEqualTo("1");
            assertThat(foundByTheIndex(moved)).isEqualTo("Анна Каренина");
        }
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void aFolderOfAnEarlierVersionLearnsTheLettersOfEveryScriptAndItsNamesAreFound(CapturedOutput said) throws Exception {
        try (EmbeddedDatabase made = new EmbeddedDatabase(folder)) {
            execute(made, "create extension pg_trgm", "update pg_database set datctype = 'C' where datname = 'postgres'");
            // As an earlier version left it: an index that holds nothing of a name.
            assertThat(ask(made, LIKENESS)).isEqualTo("0");
            execute(made, "create table person as select 'Анна Каренина' as name",
                    "create index person_alike on person using gin (name gin_trgm_ops)");
        }
        try (EmbeddedDatabase again = new EmbeddedDatabase(folder)) {
            assertThat(ask(again, LIKENESS)).isEqualTo("1");
            assertThat(foundByTheIndex(again)).isEqualTo("Анна Каренина");
        }
        assertThat(said).contains("letters of every script", "Building the index person_alike anew");

        int once = said.getOut().length();
        new EmbeddedDatabase(folder).close();
        assertThat(said.getOut().substring(once)).doesNotContain("letters of every script", "anew");
    }

    @Test
    void whatWasIndexedInOneCaseIsStillFoundWhereTheFirstVersionsLeftTheCaseToTheOperatingSystem() throws Exception {
        try (EmbeddedDatabase made = new EmbeddedDatabase(folder)) {
            execute(made, "update pg_database set datlocprovider = 'c', datlocale = null, datctype = 'C'"
                    + " where datname = 'postgres'");
            assertThat(ask(made, "select lower('É1')")).isEqualTo("É1");
            execute(made, "create table copy as select 'É1' as barcode",
                    "create index copy_in_any_case on copy (lower(barcode))");
        }
        try (EmbeddedDatabase again = new EmbeddedDatabase(folder); Connection connection = open(again)) {
            execute(connection, "set enable_seqscan = off", "set enable_bitmapscan = off");
            String asked = "select barcode from copy where lower(barcode) = lower('é1')";
            assertThat(ask(connection, "explain (format json) " + asked)).contains("copy_in_any_case");
            assertThat(ask(connection, "select string_agg(barcode, ',') from (" + asked + ") as found")).isEqualTo("É1");
        }
    }

    @Test
    void anIndexThatAnInterruptedStartLeftBehindIsBuiltByTheNext() throws Exception {
        try (EmbeddedDatabase made = new EmbeddedDatabase(folder)) {
            execute(made, "create extension pg_trgm", "create table person as select 'Анна Каренина' as name",
                    "create index person_alike on person using gin (name gin_trgm_ops)",
                    "update pg_index set indisvalid = false where indexrelid = 'person_alike'::regclass");
        }
        try (EmbeddedDatabase again = new EmbeddedDatabase(folder)) {
            assertThat(ask(again, "select indisvalid from pg_index where indexrelid = 'person_alike'::regclass"))
                    .isEqualTo("t");
            assertThat(foundByTheIndex(again)).isEqualTo("Анна Каренина");
        }
    }

    private static String foundByTheIndex(EmbeddedDatabase database) throws SQLException, IOException {
        try (Connection connection = open(database)) {
            execute(connection, "set enable_seqscan = off");
            String plan = ask(connection, "explain (format json) select name from person where name % 'Анна Коренина'");
            assertThat(plan).contains("person_alike");
            return ask(connection, "select string_agg(name, ', ') from person where name % 'Анна Коренина'");
        }
    }

    private static void assertClosedToOthers(EmbeddedDatabase database) throws IOException {
        EmbeddedConnection own = database.connection();
        for (String guess : new String[] {"", "postgres"}) {
            assertThatThrownBy(() -> DriverManager.getConnection(own.getJdbcUrl(), own.getUsername(), guess).close())
                    .isInstanceOf(SQLException.class).hasMessageContaining("password");
        }
    }

    private static String told(Path folder) {
        Throwable failure = catchThrowable(() -> new EmbeddedDatabase(folder));
        return new DataFolderFailureAnalyzer().analyze(new IllegalStateException(failure)).getDescription();
    }

    private static void await(Callable<Boolean> becomesTrue) throws Exception {
        for (long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60); ; Thread.onSpinWait()) {
            try {
                if (becomesTrue.call()) {
                    return;
                }
            } catch (SQLException notYet) {
                // Asked again, as when the answer is no.
            }
            assertThat(System.nanoTime()).isLessThan(end);
        }
    }

    private static Connection open(EmbeddedDatabase database) throws SQLException, IOException {
        EmbeddedConnection own = database.connection();
        return DriverManager.getConnection(own.getJdbcUrl(), own.getUsername(), own.getPassword());
    }

    private static void execute(EmbeddedDatabase database, String... statements) throws SQLException, IOException {
        try (Connection connection = open(database)) {
            execute(connection, statements);
        }
    }

    private static void execute(Connection connection, String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String one : statements) {
                statement.execute(one);
            }
        }
    }

    private static String ask(EmbeddedDatabase database, String question) throws SQLException, IOException {
        try (Connection connection = open(database)) {
            return ask(connection, question);
        }
    }

    private static String ask(Connection connection, String question) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(question)) {
            row.next();
            return row.getString(1);
        }
    }

    private static boolean answers(EmbeddedDatabase database) throws SQLException, IOException {
        try (Connection connection = open(database)) {
            return connection.isValid(5);
        }
    }

    private static String words(EmbeddedDatabase database) throws SQLException, IOException {
        try (Connection connection = open(database);
             Statement statement = connection.createStatement();
             ResultSet row = statement.executeQuery("select string_agg(word, ',') from kept")) {
            row.next();
            return row.getString(1);
        }
    }
}
