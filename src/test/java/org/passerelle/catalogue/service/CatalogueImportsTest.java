package org.passerelle.catalogue.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;
import static org.passerelle.catalogue.domain.marc.MarcBytes.file;
import static org.passerelle.catalogue.domain.marc.MarcBytes.marc21;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.catalogue.CatalogueSearch;
import org.passerelle.catalogue.CopyPlaces;
import org.passerelle.catalogue.MaterialType;
import org.passerelle.catalogue.PlaceKind;
import org.passerelle.catalogue.SearchFilters;
import org.passerelle.catalogue.domain.ImportJob;
import org.passerelle.catalogue.domain.ImportJob.Counts;
import org.passerelle.catalogue.domain.ImportJob.Status;
import org.passerelle.catalogue.domain.ImportMapping;
import org.passerelle.catalogue.domain.ImportRefusal;
import org.passerelle.catalogue.domain.ImportRows;
import org.passerelle.catalogue.domain.marc.CopyMappingProfile;
import org.passerelle.catalogue.domain.marc.MarcBytes;
import org.passerelle.catalogue.domain.marc.MarcFileReader;
import org.passerelle.catalogue.domain.marc.MarcFormat;
import org.passerelle.catalogue.domain.marc.ReadRecord;
import org.passerelle.catalogue.domain.marc.RecordPosition;
import org.passerelle.platform.CommonRefusal;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.platform.security.Role;
import org.passerelle.platform.security.SignedIn;
import org.passerelle.platform.time.AppClock;
import org.passerelle.support.CatalogueFixture;
import org.passerelle.support.PasserelleTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.support.TransactionTemplate;

@PasserelleTest
class CatalogueImportsTest {

    @Autowired
    CatalogueImports imports;
    @Autowired
    ImportRunner runner;
    @Autowired
    ImportBatch batch;
    @Autowired
    ImportFiles files;
    @Autowired
    ImportRows rows;
    @Autowired
    AppClock clock;
    @Autowired
    CatalogueSearch search;
    @Autowired
    CopyPlaces places;
    @Autowired
    CatalogueFixture catalogue;
    @Autowired
    SignedIn signedIn;
    @Autowired
    TransactionTemplate transaction;
    @Autowired
    JdbcTemplate jdbc;

    final CurrentUser manager = new CurrentUser(UUID.randomUUID(), "Mme Diallo", Role.MANAGER, Set.of(), null);
    UUID centre;
    UUID port;

    @BeforeEach
    void twoBranches() {
        centre = catalogue.branch("CEN");
        port = catalogue.branch("PORT");
    }

    @Test
    void aFileBringsTitlesAndCopiesToTheBranchesThatItsCodesMean() {
        ImportJob done = imported(file(
                record("1", "Germinal", copy("30001", "R ZOL", "CEN"), copy("30002", "R ZOL", "PORT")),
                record("2", "Cyrano", copy("30003", "T ROS", "ELSEWHERE"))));

        assertThat(done.status()).isEqualTo(Status.DONE);
        assertThat(done.counts()).isEqualTo(new Counts(2, 0, 0, 0, 3, 0, 0, 0, 0));
        assertThat(places.byBarcode("30002").orElseThrow()).satisfies(copy -> {
            assertThat(copy.branch()).isEqualTo(port);
            assertThat(copy.shelfMark()).isEqualTo("R ZOL");
            assertThat(copy.place()).isEqualTo(PlaceKind.SHELF);
            assertThat(copy.material()).isEqualTo(MaterialType.BOOK);
        });
        assertThat(places.byBarcode("30003").orElseThrow().branch()).isEqualTo(centre);
        assertThat(search.search("germinal", SearchFilters.NONE, 0, 5).total()).isEqualTo(1);
        assertThat(files.has(done.id())).isFalse();
    }

    @Test
    void theSameFileTwiceChangesNothing() {
        byte[] same = file(record("1", "Germinal", copy("30001", "R ZOL", "CEN")), record("2", "Cyrano"));
        imported(same);
        List<Map<String, Object>> before = everything();

        assertThat(imported(same).counts()).isEqualTo(new Counts(0, 0, 2, 0, 0, 0, 0, 0, 0));
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void whatChangedIsUpdatedAndACopyStaysWhereItIs() {
        imported(file(record("1", "Germnal", copy("30001", "R ZOL", "CEN")), record("2", "Cyrano")));
        UUID copy = places.byBarcode("30001").orElseThrow().id();
        transaction.execute(tx -> places.move(copy, null, Set.of(PlaceKind.SHELF), PlaceKind.ON_LOAN, null, null, null));

        ImportJob done = imported(file(record("1", "Germinal", copy("30001", "R ZOL 2", "CEN")), record("2", "Cyrano")));

        assertThat(done.counts()).isEqualTo(new Counts(0, 1, 1, 0, 0, 1, 0, 0, 0));
        assertThat(places.copies(List.of(copy)).getFirst()).satisfies(now -> {
            assertThat(now.titleText()).isEqualTo("Germinal");
            assertThat(now.shelfMark()).isEqualTo("R ZOL 2");
            assertThat(now.place()).isEqualTo(PlaceKind.ON_LOAN);
        });
        assertThat(search.search("germinal", SearchFilters.NONE, 0, 5).approximate()).isFalse();
    }

    @Test
    void aCopyThatSaysWhatItIsNeedNotBeWhatItsRecordIs() {
        MarcBytes book = marc21("1", "Méthode de guitare")
                .data("949", "  ", "aM GUI", "i30001", "mCEN").data("949", "  ", "aM GUI", "i30002", "mCEN", "tCD");

        imported(file(book));

        assertThat(places.byBarcode("30001").orElseThrow().material()).isEqualTo(MaterialType.BOOK);
        assertThat(places.byBarcode("30002").orElseThrow().material()).isEqualTo(MaterialType.CD);
        assertThat(imported(file(book)).counts()).isEqualTo(new Counts(0, 0, 1, 0, 0, 0, 0, 0, 0));
    }

    @Test
    void copiesThatANewerFileDoesNotNameAreKeptAndCounted() {
        imported(file(record("1", "Germinal", copy("30001", "R ZOL", "CEN"), copy("30002", "R ZOL", "CEN")),
                record("2", "Cyrano", copy("30003", "T", "CEN"))));

        ImportJob done = imported(file(record("1", "Germinal", copy("30002", "R ZOL", "CEN"), copy("30004", "R", "CEN"))));

        assertThat(done.counts()).isEqualTo(new Counts(0, 1, 0, 0, 1, 0, 0, 0, 1));
        assertThat(places.byBarcode("30001").orElseThrow().place()).isEqualTo(PlaceKind.SHELF);
    }

    @Test
    void aCopyOnItsShelfChangesBranchAndOneThatIsPromisedDoesNotAndIsTold() {
        imported(file(record("1", "Germinal", copy("30001", "R", "CEN"), copy("30002", "R", "CEN"))));
        UUID title = places.byBarcode("30001").orElseThrow().title();
        UUID held = transaction.execute(tx -> places.hold(title, centre, UUID.randomUUID())).orElseThrow().id();

        ImportJob done = imported(file(record("1", "Germinal", copy("30001", "R 2", "PORT"), copy("30002", "R 2", "PORT"))));

        String promised = places.copies(List.of(held)).getFirst().barcode();
        String free = promised.equals("30001") ? "30002" : "30001";
        assertThat(places.byBarcode(free).orElseThrow().branch()).isEqualTo(port);
        assertThat(places.byBarcode(promised).orElseThrow()).satisfies(copy -> {
            assertThat(copy.branch()).isEqualTo(centre);
            assertThat(copy.place()).isEqualTo(PlaceKind.HELD);
            assertThat(copy.shelfMark()).isEqualTo("R 2");
        });
        assertThat(refusals(done.id())).extracting(ImportRefusal::reason, ImportRefusal::barcode, ImportRefusal::detail)
                .containsExactly(tuple("NOT_MOVED_WHILE_AWAY", promised, "PORT"));
    }

    @Test
    void whatIsRefusedIsToldWithReasonAndPositionAndLosesNoGoodRecord() {
        byte[] germinal = record("1", "Germinal", copy("30001", "R ZOL", "CEN")).bytes();
        byte[] file = file(germinal, "rubbish between two records",
                MarcBytes.marc21("", "Sans identifiant"),
                record("3", "Cyrano", copy("30001", "T ROS", "CEN"), copy("", "T ROS", "CEN"), copy("30003", "T", "CEN")),
                record("1", "Germinal, encore"),
                record("5", "Nana", copy("30005", "R ZOL", "CEN")),
                "00150nam a2200");

        ImportJob done = imported(file);

        assertThat(done.counts()).isEqualTo(new Counts(3, 0, 0, 4, 3, 0, 2, 0, 0));
        assertThat(refusals(done.id())).extracting(ImportRefusal::reason, refusal -> refusal.position().number(),
                        ImportRefusal::identifier, ImportRefusal::barcode, ImportRefusal::detail)
                .containsExactly(
                        tuple("NOT_A_RECORD", 2L, null, null, null),
                        tuple("NO_IDENTIFIER", 3L, null, null, null),
                        tuple("NO_BARCODE", 4L, "3", null, "T ROS"),
                        tuple("BARCODE_OF_ANOTHER_TITLE", 4L, "3", "30001", "Germinal"),
                        tuple("IDENTIFIER_REPEATED", 5L, "1", null, null),
                        tuple("TRUNCATED", 7L, null, null, null));
        assertThat(refusals(done.id()).getFirst().position().offset()).isEqualTo(germinal.length);
        assertThat(imports(manager, () -> imports.reasons(done.id()))).containsEntry("NO_BARCODE", 1).hasSize(6);
    }

    @Test
    void theSameIdentifierFromAnotherSenderOverwritesNothing() {
        imported(file(isbn(record("1", "Germinal"), "9782070360239"), record("2", "Nana"), record("3", "Au bonheur")));

        ImportJob done = imported(file(isbn(record("1", "Cyrano de Bergerac", copy("30001", "T", "CEN")), "9782253005674"),
                record("2", "Vingt mille lieues sous les mers"),
                isbn(record("3", "Au Bonheur des dames"), "9782070409303")));

        assertThat(done.counts()).isEqualTo(new Counts(0, 1, 0, 2, 0, 0, 0, 0, 0));
        assertThat(refusals(done.id())).extracting(ImportRefusal::reason, ImportRefusal::identifier, ImportRefusal::detail)
                .containsExactly(tuple("IDENTIFIER_OF_ANOTHER_TITLE", "1", "Germinal"),
                        tuple("IDENTIFIER_OF_ANOTHER_TITLE", "2", "Nana"));
        assertThat(search.search("germinal", SearchFilters.NONE, 0, 5).total()).isEqualTo(1);
    }

    @Test
    void aCorrectedTitleWithTheSameIsbnIsTheSameWork() {
        imported(file(isbn(record("1", "L’assomoir"), "9782070360239")));

        assertThat(imported(file(isbn(record("1", "Zola : roman"), "2-07-036023-7"))).counts())
                .isEqualTo(new Counts(0, 1, 0, 0, 0, 0, 0, 0, 0));
    }

    private static MarcBytes isbn(MarcBytes record, String isbn) {
        return record.data("020", "  ", "a" + isbn);
    }

    @ParameterizedTest
    @ValueSource(classes = {CannotCreateTransactionException.class, IllegalStateException.class, StackOverflowError.class})
    void anImportThatMeetsTheUnforeseenIsStopped(Class<? extends Throwable> unforeseen) {
        UUID waiting = received(file(record("1", "Nana")));
        imports(manager, () -> imports.start(waiting, MarcFormat.MARC21_UTF8, mapping(centre))).value();
        ImportBatch failing = mock(ImportBatch.class);
        when(failing.take(any(), any())).thenThrow(unforeseen);

        try (ImportRunner unlucky = new ImportRunner(rows, files, failing, transaction, clock, event -> { }, false)) {
            unlucky.run(waiting);
        }

        assertThat(job(waiting).status()).isEqualTo(Status.STOPPED);
    }

    @Test
    void aBatchOfMonstrousRecordsEndsEarlier() {
        String heavy = "x".repeat(1_900);
        UUID waiting = received(file(IntStream.range(0, 60).mapToObj(n -> {
            MarcBytes record = record("" + n, "Titre " + n);
            IntStream.range(0, 48).forEach(subject -> record.data("650", " 4", "a" + subject + heavy));
            return record;
        }).toArray()));
        imports(manager, () -> imports.start(waiting, MarcFormat.MARC21_UTF8, mapping(centre))).value();
        ImportBatch watched = mock(ImportBatch.class);
        List<Integer> sizes = new ArrayList<>();
        when(watched.take(any(), any())).thenAnswer(call -> sizes.add(call.<List<ReadRecord>>getArgument(1).size()));

        try (ImportRunner running = new ImportRunner(rows, files, watched, transaction, clock, event -> { }, false)) {
            running.run(waiting);
        }

        assertThat(sizes).containsExactly(22, 22, 16);
    }

    @Test
    void aRunningImportThatNobodyWorksOnIsTakenUp() {
        UUID waiting = received(file(record("1", "Nana")));
        imports(manager, () -> imports.start(waiting, MarcFormat.MARC21_UTF8, mapping(centre))).value();

        try (ImportRunner later = new ImportRunner(rows, files, batch, transaction, clock, event -> { }, true)) {
            later.takeUpForgotten();
            await().until(() -> job(waiting).status() == Status.DONE);
        }
    }

    @Test
    void aFileThatIsNoMarcIsToldSo() {
        UUID waiting = received("just a letter".getBytes());
        ImportJob done = run(waiting, MarcFormat.MARC21_UTF8, mapping(centre));

        assertThat(done.counts().refused()).isEqualTo(1);
        assertThat(refusals(done.id())).extracting(ImportRefusal::reason).containsExactly("NOT_MARC");
    }

    @Test
    void theSameRecordWithAnotherIsbnAndATitleThatIsAlikeIsAnUpdate() {
        imported(file(isbn(record("1", "Germinal : roman", copy("30001", "R", "CEN")), "9782070360239")));

        ImportJob done = imported(file(isbn(record("1", "Germinal", copy("30001", "R", "CEN")), "9782253004226")));

        assertThat(done.counts()).isEqualTo(new Counts(0, 1, 0, 0, 0, 0, 0, 0, 0));
        assertThat(search.search("9782253004226", SearchFilters.NONE, 0, 5).total()).isEqualTo(1);
    }

    @Test
    void theSameNumberOfAnotherAgencyIsAnotherTitle() {
        imported(file(record("1", "Germinal").control("003", "FR-ONE")));

        assertThat(imported(file(record("1", "Germinal").control("003", "FR-TWO"))).counts().created()).isEqualTo(1);
        assertThat(search.search("germinal", SearchFilters.NONE, 0, 5).total()).isEqualTo(2);
    }

    @Test
    void copiesWithoutACodeGoToTheBranchChosenForThemAndUnknownCodesDoNot() {
        MarcBytes nana = marc21("1", "Nana").data("949", "  ", "aR", "i30001").data("949", "  ", "aR", "i30002", "mXX");

        ImportJob done = run(received(file(nana)), MarcFormat.MARC21_UTF8,
                new ImportMapping(CopyMappingProfile.EVERGREEN_949, Map.of(ImportMapping.NO_CODE, port), null));

        assertThat(places.byBarcode("30001").orElseThrow().branch()).isEqualTo(port);
        assertThat(refusals(done.id())).extracting(ImportRefusal::reason, ImportRefusal::barcode)
                .containsExactly(tuple("UNKNOWN_BRANCH", "30002"));
    }

    @Test
    void withoutABranchForThemUnknownCodesRefuseTheirCopiesOnly() {
        ImportJob done = run(received(file(record("1", "Nana", copy("30001", "R", "XX"), copy("30002", "R", "CEN")))),
                MarcFormat.MARC21_UTF8, mapping(null));

        assertThat(done.counts()).isEqualTo(new Counts(1, 0, 0, 0, 1, 0, 1, 0, 0));
        assertThat(refusals(done.id())).extracting(ImportRefusal::reason, ImportRefusal::detail)
                .containsExactly(tuple("UNKNOWN_BRANCH", "XX"));
    }

    @Test
    void unknownMaterialIsOtherAndCounted() {
        byte[] kit = MarcBytes.record("nrm a", StandardCharsets.UTF_8).control("001", "1")
                .data("245", "00", "aUne chose").bytes();

        assertThat(imported(kit).counts().unknownMaterial()).isEqualTo(1);
        assertThat(search.search("chose", new SearchFilters(MaterialType.OTHER, null, false), 0, 5).total()).isEqualTo(1);
    }

    @Test
    void aKilledImportGoesOnWhereItsLastBatchWasKept() throws IOException {
        UUID waiting = received(file(IntStream.range(0, 450).mapToObj(n ->
                record("r" + n, "Titre " + n, copy("b" + n, "R", "CEN"))).toArray()));
        imports(manager, () -> imports.start(waiting, MarcFormat.MARC21_UTF8, mapping(centre))).value();
        List<ReadRecord> records = read(waiting);
        batch.take(waiting, records.subList(0, 200));
        transaction.executeWithoutResult(tx -> {
            batch.take(waiting, records.subList(200, 400));
            tx.setRollbackOnly();
        });
        assertThat(job(waiting).read()).isEqualTo(200);
        assertThat(jdbc.queryForObject("select count(*) from app.title", Integer.class)).isEqualTo(200);

        runner.resume();
        runner.run(waiting);

        assertThat(job(waiting).status()).isEqualTo(Status.DONE);
        assertThat(job(waiting).counts()).isEqualTo(new Counts(450, 0, 0, 0, 450, 0, 0, 0, 0));
        assertThat(files.has(waiting)).isFalse();
    }

    @Test
    void aBatchIsNeverTakenTwice() throws IOException {
        UUID waiting = received(file(record("1", "Nana"), record("2", "Germinal")));
        imports(manager, () -> imports.start(waiting, MarcFormat.MARC21_UTF8, mapping(centre))).value();
        List<ReadRecord> records = read(waiting);

        assertThat(batch.take(waiting, records)).isTrue();
        assertThat(batch.take(waiting, records)).isFalse();
        assertThat(job(waiting).counts().created()).isEqualTo(2);
    }

    @Test
    void aRecordThatTheDatabaseWouldNotTakeIsRefusedAlone() {
        jdbc.execute("alter table app.title add constraint planted check (title <> 'Poison')");
        try {
            ImportJob done = imported(file(record("1", "Nana"), record("2", "Poison"), record("3", "Germinal")));

            assertThat(done.counts()).isEqualTo(new Counts(2, 0, 0, 1, 0, 0, 0, 0, 0));
            assertThat(refusals(done.id())).extracting(ImportRefusal::reason, ImportRefusal::identifier)
                    .containsExactly(tuple("NOT_STORED", "2"));
        } finally {
            jdbc.execute("alter table app.title drop constraint planted");
        }
    }

    @Test
    void anImportWhoseFileIsGoneStopsAndCanBeGivenUp() {
        UUID waiting = received(file(record("1", "Nana")));
        imports(manager, () -> imports.start(waiting, MarcFormat.MARC21_UTF8, mapping(centre))).value();
        files.delete(waiting);
        runner.run(waiting);

        assertThat(job(waiting).status()).isEqualTo(Status.STOPPED);
        assertThat(imports(manager, () -> imports.takeUpAgain(waiting)).refusal()).isEqualTo(ImportRefused.FILE_GONE);
        imports(manager, () -> imports.giveUp(waiting)).value();
        assertThat(job(waiting).status()).isEqualTo(Status.GIVEN_UP);
    }

    @Test
    void aRunningImportThatIsGivenUpTakesNoFurtherBatchAndKeepsWhatItBrought() throws IOException {
        UUID running = received(file(IntStream.range(0, 250).mapToObj(n -> record("" + n, "Titre " + n)).toArray()));
        imports(manager, () -> imports.start(running, MarcFormat.MARC21_UTF8, mapping(centre))).value();
        List<ReadRecord> records = read(running);
        batch.take(running, records.subList(0, 200));

        imports(manager, () -> imports.giveUp(running)).value();

        assertThat(batch.take(running, records.subList(200, 250))).isFalse();
        assertThat(job(running).status()).isEqualTo(Status.GIVEN_UP);
        assertThat(job(running).counts().created()).isEqualTo(200);
        assertThat(files.has(running)).isFalse();
        assertThat(jdbc.queryForObject("select count(*) from app.import_seen", Integer.class)).isZero();
    }

    @Test
    void aFileThatAKillLeftBehindIsDeletedAtTheNextStartAndOneThatWaitsIsKept() throws IOException {
        UUID leftBehind = UUID.randomUUID();
        files.keep(leftBehind, new ByteArrayInputStream(new byte[] {1}));
        UUID waiting = received(file(record("1", "Nana")));

        runner.resume();

        assertThat(files.has(leftBehind)).isFalse();
        assertThat(files.has(waiting)).isTrue();
    }

    @Test
    void oneImportRunsAtATime() {
        UUID first = received(file(record("1", "Nana")));
        imports(manager, () -> imports.start(first, MarcFormat.MARC21_UTF8, mapping(centre))).value();
        UUID second = received(file(record("2", "Germinal")));

        assertThat(imports(manager, () -> imports.start(second, MarcFormat.MARC21_UTF8, mapping(centre))).refusal())
                .isEqualTo(ImportRefused.IMPORT_RUNS);
        runner.run(first);
        assertThat(imports(manager, () -> imports.start(second, MarcFormat.MARC21_UTF8, mapping(centre))).isDone())
                .isTrue();
    }

    @Test
    void ofManyManagersWhoStartAtTheSameInstantOneStartsAndTheOthersAreTold() throws Exception {
        List<CurrentUser> managers = IntStream.range(0, 4).mapToObj(n -> Imports.manager("M" + n)).toList();
        List<UUID> waiting = managers.stream().map(one -> imports(one, () -> receive(file(record("1", "Nana")))).value())
                .toList();
        CountDownLatch together = new CountDownLatch(1);
        List<Future<Outcome<UUID>>> starts;
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            // Each of them twice: a double click.
            starts = IntStream.range(0, 8).mapToObj(n -> threads.submit(() -> {
                together.await();
                return imports(managers.get(n / 2), () ->
                        imports.start(waiting.get(n / 2), MarcFormat.MARC21_UTF8, mapping(centre)));
            })).toList();
            together.countDown();
        }

        List<Outcome<UUID>> outcomes = new ArrayList<>();
        for (Future<Outcome<UUID>> start : starts) {
            outcomes.add(start.get());
        }
        assertThat(outcomes).filteredOn(Outcome::isDone).hasSize(1);
        assertThat(outcomes).filteredOn(outcome -> !outcome.isDone()).extracting(outcome -> (Object) outcome.refusal())
                .containsOnlyOnce(CommonRefusal.ALREADY_DONE).contains(ImportRefused.IMPORT_RUNS);
        UUID running = outcomes.stream().filter(Outcome::isDone).findFirst().orElseThrow().value();
        runner.run(running);
        assertThat(job(running).counts().created()).isEqualTo(1);
    }

    @Test
    void aFileThatReplacesOneThatWaitsDeletesItAndAnEmptyOneIsRefused() throws IOException {
        UUID first = received(file(record("1", "Nana")));
        UUID second = received(file(record("2", "Germinal")));

        assertThat(files.has(first)).isFalse();
        assertThat(imports(manager, imports::waiting).orElseThrow().id()).isEqualTo(second);
        Outcome<UUID> empty = imports(manager, () -> receive(new byte[0]));
        assertThat(empty.refusal()).isEqualTo(ImportRefused.FILE_EMPTY);
    }

    @Test
    void hostileTextStaysText() {
        imported(file(record("1", "@SUM(1) <img src=x onerror=alert(1)>"),
                record("'; drop table app.title; --", "Robert")));

        assertThat(search.search("onerror", SearchFilters.NONE, 0, 5).titles().getFirst().title().title())
                .isEqualTo("@SUM(1) <img src=x onerror=alert(1)>");
        assertThat(search.search("robert", SearchFilters.NONE, 0, 5).total()).isEqualTo(1);
    }

    @Test
    void fiveHundredRealRecordsAreImported() throws IOException {
        Path real = Path.of("../shared/data/french-500.marc8.mrc");
        assumeTrue(Files.isReadable(real), "the 500 French records are not beside the project");
        byte[] bytes = Files.readAllBytes(real);

        Counts first = run(received(bytes), MarcFormat.MARC21_MARC8, mapping(centre)).counts();
        Counts second = run(received(bytes), MarcFormat.MARC21_MARC8, mapping(centre)).counts();

        assertThat(first.created() + first.refused()).isEqualTo(500);
        assertThat(first.copiesCreated() + first.copiesRefused()).isEqualTo(756);
        assertThat(second.unchanged()).isEqualTo(first.created());
        assertThat(second.copiesCreated() + second.copiesUpdated() + second.created() + second.updated()).isZero();
        assertThat(search.search("antoine lavallette martinique", SearchFilters.NONE, 0, 5).titles()).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, names = {"PATRON", "AGENT"})
    void onlyManagersImport(Role role) {
        CurrentUser other = new CurrentUser(UUID.randomUUID(), "X", role, Set.of(centre), null);
        UUID any = UUID.randomUUID();

        List<Runnable> gestures = List.of(() -> receive(new byte[] {1}), () -> imports.waiting(),
                () -> imports.running(),
                () -> imports.start(any, MarcFormat.MARCXML, mapping(null)), () -> imports.stop(any),
                () -> imports.takeUpAgain(any), () -> imports.giveUp(any), () -> imports.job(any), () -> imports.past(0, 1), () -> imports.reasons(any),
                () -> imports.refusals(any, null, 1));

        assertThat(gestures).allSatisfy(gesture -> assertThatThrownBy(() -> imports(other, () -> {
            gesture.run();
            return null;
        })).isInstanceOf(AccessDeniedException.class));
    }

    @Test
    void anotherManagersFileCannotBeStarted() {
        UUID waiting = received(file(record("1", "Nana")));
        CurrentUser other = new CurrentUser(UUID.randomUUID(), "Autre", Role.MANAGER, Set.of(), null);

        assertThat(imports(other, () -> imports.start(waiting, MarcFormat.MARC21_UTF8, mapping(centre))).refusal())
                .isEqualTo(ImportRefused.FILE_GONE);
    }

    private ImportMapping mapping(UUID defaultBranch) {
        return new ImportMapping(CopyMappingProfile.EVERGREEN_949, Map.of("CEN", centre, "PORT", port), defaultBranch);
    }

    private ImportJob imported(byte[] file) {
        return run(received(file), MarcFormat.MARC21_UTF8, mapping(centre));
    }

    private ImportJob run(UUID waiting, MarcFormat format, ImportMapping mapping) {
        imports(manager, () -> imports.start(waiting, format, mapping)).value();
        runner.run(waiting);
        return job(waiting);
    }

    private UUID received(byte[] file) {
        return imports(manager, () -> receive(file)).value();
    }

    private Outcome<UUID> receive(byte[] file) {
        try {
            return imports.receive("catalogue.mrc", new ByteArrayInputStream(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ImportJob job(UUID id) {
        return imports(manager, () -> imports.job(id)).orElseThrow();
    }

    private List<ImportRefusal> refusals(UUID id) {
        return imports(manager, () -> imports.refusals(id, null, 100));
    }

    private List<ReadRecord> read(UUID id) throws IOException {
        List<ReadRecord> records = new ArrayList<>();
        InputStream file = files.open(id);
        try (MarcFileReader reader = MarcFileReader.open(file, MarcFormat.MARC21_UTF8, CopyMappingProfile.EVERGREEN_949,
                RecordPosition.START)) {
            reader.forEachRemaining(records::add);
        }
        return records;
    }

    private <T> T imports(CurrentUser user, Supplier<T> work) {
        return signedIn.runAs(user, work);
    }

    private List<Map<String, Object>> everything() {
        return jdbc.queryForList("""
                select t.*::text as title, c.*::text as copy, p.*::text as place from app.title t
                left join app.copy c on c.title = t.id left join app.copy_place p on p.copy = c.id
                order by t.id, c.id""");
    }

    private static MarcBytes record(String identifier, String title, String[]... copies) {
        MarcBytes record = marc21(identifier, title);
        for (String[] copy : copies) {
            record.data("949", "  ", copy);
        }
        return record;
    }

    private static String[] copy(String barcode, String shelfMark, String branch) {
        return new String[] {"a" + shelfMark, "i" + barcode, "m" + branch};
    }
}
