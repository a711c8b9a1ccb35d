package org.passerelle.catalogue.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.passerelle.catalogue.domain.marc.file.MarcBytes.file;
import static org.passerelle.catalogue.service.Imports.record;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.passerelle.catalogue.domain.marc.MarcFormat;
import org.passerelle.platform.CommonRefusal;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.platform.security.Role;
import org.passerelle.support.Patience;
import org.springframework.security.access.AccessDeniedException;

/** Who may bring a file and start its import, and what becomes of the others. */
class ImportStartsTest extends ImportTests {

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
        // Each of them twice: a double click.
        List<Outcome<UUID>> outcomes = Patience.atOnce(IntStream.range(0, 8).<Callable<Outcome<UUID>>>mapToObj(
                n -> () -> imports(managers.get(n / 2), () ->
                        imports.start(waiting.get(n / 2), MarcFormat.MARC21_UTF8, mapping(centre)))).toList());

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
}
