package org.passerelle.catalogue.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.passerelle.catalogue.domain.marc.BadRecord.Reason.DELETED_BY_SENDER;
import static org.passerelle.catalogue.domain.marc.BadRecord.Reason.NOT_BIBLIOGRAPHIC;
import static org.passerelle.catalogue.domain.marc.BadRecord.Reason.NO_IDENTIFIER;
import static org.passerelle.catalogue.domain.marc.CopyMappingProfile.EVERGREEN_949;
import static org.passerelle.catalogue.domain.marc.file.MarcBytes.file;
import static org.passerelle.catalogue.domain.marc.MarcFormat.MARC21_UTF8;
import static org.passerelle.catalogue.service.Imports.copy;
import static org.passerelle.catalogue.service.Imports.record;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.passerelle.catalogue.CatalogueTopics;
import org.passerelle.catalogue.MaterialType;
import org.passerelle.catalogue.domain.ImportJob;
import org.passerelle.catalogue.domain.ImportMapping;
import org.passerelle.catalogue.domain.marc.CopyMappingProfile;
import org.passerelle.catalogue.domain.marc.MarcCases;
import org.passerelle.catalogue.domain.marc.MarcFormat;
import org.passerelle.catalogue.domain.marc.file.MarcBytes;
import org.passerelle.catalogue.service.BranchCodes.Stage;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.platform.security.Role;
import org.passerelle.platform.security.SignedIn;
import org.passerelle.support.CatalogueFixture;
import org.passerelle.support.PasserelleTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;
import org.springframework.security.access.AccessDeniedException;

@PasserelleTest
@Isolated
class ImportPreparationsTest {

    @Autowired
    ApplicationContext product;
    @Autowired
    ImportPreparations preparations;
    @Autowired
    ImportFiles files;
    @Autowired
    CatalogueFixture catalogue;
    @Autowired
    SignedIn signedIn;

    final CurrentUser manager = Imports.manager("Mme Diallo");
    Imports imports;
    UUID centre;

    @BeforeEach
    void aBranch() {
        imports = new Imports(product);
        centre = catalogue.branch("CEN");
    }

    @Test
    void theBeginningOfAFileIsShownBeforeItIsImported() {
        UUID waiting = received(file(record("1", "Nana", copy("1", "R", "CEN"), copy("2", "R", "XX")),
                record("2", "Germinal", copy("3", "R", "CEN")), MarcBytes.marc21("", "Sans identifiant")));

        assertThat(signedIn.runAs(manager, () -> preparations.guess(waiting))).contains(MARC21_UTF8);
        assertThat(signedIn.runAs(manager, () -> preparations.beginning(waiting, MARC21_UTF8, EVERGREEN_949)))
                .isEqualTo(new ImportPreview(3, Map.of(NO_IDENTIFIER, 1), List.of("Nana", "Germinal"), 3));
    }

    @Test
    void aFileOfDeletionsIsToldFromOneThatCannotBeRead() {
        UUID deletions = received(MarcCases.bytes("only-deletions.mrc"));
        assertThat(signedIn.runAs(manager, () -> preparations.guess(deletions))).contains(MARC21_UTF8);
        assertThat(beginning(deletions)).isEqualTo(new ImportPreview(1, Map.of(DELETED_BY_SENDER, 1), List.of(), 0))
                .satisfies(preview -> assertThat(preview.isOfDeletionsAlone()).isTrue())
                .satisfies(preview -> assertThat(preview.isOfNoDocument()).isTrue());

        UUID authorityToo = received(file(MarcCases.bytes("only-deletions.mrc"),
                MarcBytes.record("nz  a", StandardCharsets.UTF_8).control("001", "1")));
        assertThat(beginning(authorityToo)).isEqualTo(
                        new ImportPreview(2, Map.of(DELETED_BY_SENDER, 1, NOT_BIBLIOGRAPHIC, 1), List.of(), 0))
                .satisfies(preview -> assertThat(preview.isOfDeletionsAlone()).isFalse())
                .satisfies(preview -> assertThat(preview.isOfNoDocument()).isTrue());

        assertThat(beginning(received(file(record("1", "Nana"), MarcCases.bytes("only-deletions.mrc")))))
                .satisfies(preview -> assertThat(preview.isOfNoDocument()).isFalse());
        assertThat(beginning(received("a letter".getBytes(StandardCharsets.UTF_8))))
                .satisfies(preview -> assertThat(preview.isOfNoDocument()).isFalse());
    }

    private ImportPreview beginning(UUID waiting) {
        return signedIn.runAs(manager, () -> preparations.beginning(waiting, MARC21_UTF8, EVERGREEN_949));
    }

    @Test
    void codesAreLookedForInTheWholeFileHoweverLateTheyComeUp() {
        UUID waiting = received(file(file(IntStream.rangeClosed(1, 2_500).mapToObj(n ->
                record("" + n, "Titre " + n, copy("3" + n, "R", n < 2_450 ? "CEN" : "LOIN"))).toArray()),
                record("none", "Sans code").data("949", "  ", "i99")));

        BranchCodes found = lookedThrough(waiting, EVERGREEN_949);

        assertThat(found).isEqualTo(new BranchCodes(Map.of("CEN", 2_449, "LOIN", 51, "", 1), 2_501, 1, Stage.DONE));
        assertThat(found.codes().keySet()).containsExactly("CEN", "LOIN", "");
        assertThat(signedIn.runAs(manager, () -> preparations.beginning(waiting, MARC21_UTF8, EVERGREEN_949)).read())
                .isEqualTo(1_000);
    }

    @Test
    void theSearchTellsHowFarItIsAndWhatItHasFoundSoFar() {
        UUID waiting = received(Imports.many(3 * CodeScans.TOLD_EVERY + 10, "CEN"));
        List<BranchCodes> told = new CopyOnWriteArrayList<>();
        CodeScans[] scans = new CodeScans[1];
        scans[0] = new CodeScans(files, event -> {
            assertThat(event).isEqualTo(CatalogueTopics.IMPORT.of(waiting));
            told.add(scans[0].of(waiting, MARC21_UTF8, EVERGREEN_949));
        });
        try (CodeScans looking = scans[0]) {
            looking.of(waiting, MARC21_UTF8, EVERGREEN_949);
            await().until(() -> told.size() == 4);
        }

        assertThat(told).extracting(BranchCodes::read).containsExactly(1_000L, 2_000L, 3_000L, 3_010L);
        assertThat(told).extracting(codes -> codes.codes().get("CEN")).containsExactly(1_000, 2_000, 3_000, 3_010);
        assertThat(told).extracting(BranchCodes::share).isSorted().last().isEqualTo(1.0);
        assertThat(told.getFirst().share()).isStrictlyBetween(0.0, 0.9);
        assertThat(told).extracting(BranchCodes::stage)
                .containsExactly(Stage.LOOKING, Stage.LOOKING, Stage.LOOKING, Stage.DONE);
    }

    @Test
    void aProfileThatReadsOtherCodesIsLookedForAnewAndOneThatReadsTheSameIsNot() {
        UUID waiting = received(file(record("1", "Nana", copy("1", "R", "CEN"))));
        lookedThrough(waiting, EVERGREEN_949);
        files.delete(waiting);

        assertThat(lookedThrough(waiting, profile("other name", "m")).stage()).isEqualTo(Stage.DONE);
        assertThat(lookedThrough(waiting, profile("949", "k")).stage()).isEqualTo(Stage.BROKEN_OFF);
    }

    @Test
    void aWrongProfileThatFindsABranchInEveryCopyFillsNoMemory() {
        UUID waiting = received(Imports.many(1_500, "CEN"));

        assertThat(lookedThrough(waiting, profile("949", "i")).codes()).hasSize(1_000);
    }

    @Test
    void whatIsForgottenIsNotLookedForAnyMore() {
        UUID waiting = received(file(record("1", "Nana", copy("1", "R", "CEN"))));
        lookedThrough(waiting, EVERGREEN_949);

        imports.as(manager, () -> imports.desk.giveUp(waiting)).value();

        assertThat(lookedThrough(waiting, EVERGREEN_949).stage()).isEqualTo(Stage.BROKEN_OFF);
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void aScreenThatStillAsksOfAFileThatIsImportedIsNoFailure(CapturedOutput said) {
        UUID imported = imports.started(manager, file(record("1", "Nana", copy("1", "R", "CEN"))), centre);
        imports.runToTheEnd(imported);

        assertThat(lookedThrough(imported, EVERGREEN_949).codes()).isEmpty();
        assertThat(said).doesNotContain("branch codes");
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void aFileThatGoesBeforeItsTurnComesIsNoFailure(CapturedOutput said) {
        UUID waiting = received(file(record("1", "Nana", copy("1", "R", "CEN"))));
        List<Runnable> turns = new CopyOnWriteArrayList<>();
        List<Object> told = new CopyOnWriteArrayList<>();
        try (CodeScans later = new CodeScans(files, told::add, executing(turns))) {
            later.of(waiting, MARC21_UTF8, EVERGREEN_949);
            files.delete(waiting);
            turns.forEach(Runnable::run);

            assertThat(later.of(waiting, MARC21_UTF8, EVERGREEN_949).stage()).isEqualTo(Stage.BROKEN_OFF);
        }
        assertThat(told).isEmpty();
        assertThat(said).doesNotContain("branch codes");
    }

    private static ExecutorService executing(List<Runnable> turns) {
        return new AbstractExecutorService() {

            @Override
            public void execute(Runnable turn) {
                turns.add(turn);
            }

            @Override
            public void shutdown() {
                // There is nothing to end.
            }

            @Override
            public List<Runnable> shutdownNow() {
                return List.of();
            }

            @Override
            public boolean isShutdown() {
                return true;
            }

            @Override
            public boolean isTerminated() {
                return true;
            }

            @Override
            public boolean awaitTermination(long time, TimeUnit unit) {
                return true;
            }
        };
    }

    @Test
    void howAFileIsToBeReadIsFoundAgainByItsManagerAlone() {
        UUID waiting = received(file(record("1", "Nana")));
        ImportMapping chosen = Imports.mapping(Map.of("A", centre), null);
        signedIn.runAs(manager, () -> {
            preparations.note(waiting, MARC21_UTF8, chosen);
            return null;
        });
        signedIn.runAs(Imports.manager("Autre"), () -> {
            preparations.note(waiting, MarcFormat.MARCXML, Imports.mapping(Map.of(), centre));
            return null;
        });

        ImportJob found = imports.as(manager, imports.desk::waiting).orElseThrow();
        assertThat(found.format()).isEqualTo(MARC21_UTF8);
        assertThat(found.mapping()).isEqualTo(chosen);
        assertThat(imports.as(Imports.manager("Autre"), imports.desk::waiting)).isEmpty();
    }

    @Test
    void aKeptProfileReplacesTheReadyMadeOneOfItsName() {
        CopyMappingProfile ours = new CopyMappingProfile("995", "995", "f", "ak", "b", "r",
                Map.of("LIV", MaterialType.BOOK), Map.of("BD", MaterialType.COMIC));
        ImportMapping kept = new ImportMapping(ours, Map.of("C", centre), null);
        signedIn.runAs(manager, () -> {
            preparations.keep(kept);
            return null;
        });

        assertThat(signedIn.runAs(manager, preparations::mappings)).hasSize(2).contains(kept);
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, names = {"PATRON", "AGENT"})
    void onlyManagersPrepareImports(Role role) {
        CurrentUser other = new CurrentUser(UUID.randomUUID(), "X", role, Set.of(centre), null);
        UUID any = UUID.randomUUID();
        List<Runnable> gestures = List.of(() -> preparations.guess(any),
                () -> preparations.beginning(any, MARC21_UTF8, EVERGREEN_949),
                () -> preparations.branchCodes(any, MARC21_UTF8, EVERGREEN_949),
                () -> preparations.note(any, MARC21_UTF8, Imports.mapping(Map.of(), null)),
                () -> preparations.mappings(), () -> preparations.keep(Imports.mapping(Map.of(), null)),
                () -> preparations.branches());

        assertThat(gestures).allSatisfy(gesture -> assertThatThrownBy(() -> signedIn.runAs(other, () -> {
            gesture.run();
            return null;
        })).isInstanceOf(AccessDeniedException.class));
    }

    private UUID received(byte[] content) {
        return imports.received(manager, "catalogue.mrc", content);
    }

    private BranchCodes lookedThrough(UUID waiting, CopyMappingProfile profile) {
        return await().until(() -> signedIn.runAs(manager, () ->
                preparations.branchCodes(waiting, MARC21_UTF8, profile)), found -> found.stage() != Stage.LOOKING);
    }

    private static CopyMappingProfile profile(String name, String branchCodes) {
        return new CopyMappingProfile(name, "949", "i", "a", branchCodes, "t", Map.of(), Map.of());
    }
}
