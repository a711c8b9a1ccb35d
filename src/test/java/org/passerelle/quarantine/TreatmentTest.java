package org.passerelle.quarantine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.catalogue.MaterialType;
import org.passerelle.operations.service.Policies.Reach;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.journal.Journal;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.quarantine.domain.CrateState;
import org.passerelle.quarantine.domain.Method;
import org.passerelle.quarantine.domain.Treatments.Treatment;
import org.passerelle.quarantine.process.QuarantineProcess;

/** Only what the table allows is done to a document, and all that is done is on record. */
class TreatmentTest extends CrateTests {

    @Test
    void whoTreatedTheCrateHowWithWhatAndForHowLongIsOnRecord() {
        CurrentUser camille = room.onRecord(agent);
        CrateId crate = toTreat(MaterialType.DVD);
        clock.advance(Duration.ofHours(2));

        treat(crate, Method.VIRUCIDE, "  Sanivir 14476 ", 12).value();

        assertThat(room.see(agent, crate).treatments()).containsExactly(
                new Treatment(Method.VIRUCIDE, "Sanivir 14476", 12, clock.instant(), camille.displayName()));
        assertThat(room.see(agent, crate).story()).last().satisfies(entry -> {
            assertThat(entry.messageKey()).isEqualTo("journal.quarantine.treated");
            assertThat(entry.actor()).isEqualTo("Camille");
            assertThat(entry.args()).startsWith("VIRUCIDE", "12");
        });
    }

    /** Paper bears no liquid, neither a product nor a damp wipe; plastic bears both. */
    @ParameterizedTest
    @CsvSource({
        "BOOK, false, DRY_WIPE",
        "COMIC, false, DRY_WIPE",
        "MAGAZINE, true, DRY_WIPE",
        "OTHER, true, DRY_WIPE",
        "BOOK, true, DRY_WIPE DAMP_WIPE VIRUCIDE",
        "CD, false, DRY_WIPE DAMP_WIPE VIRUCIDE",
        "DVD, false, DRY_WIPE DAMP_WIPE VIRUCIDE",
        "GAME, false, DRY_WIPE DAMP_WIPE VIRUCIDE"})
    void theTableDecidesWhatEachMaterialBears(MaterialType material, boolean covered, String bears) {
        room.jdbc.sql("update app.quarantine_settings set covered = ?").param(covered).update();
        publish("treatment", "true");
        Set<Method> allowed = Arrays.stream(bears.split(" ")).map(Method::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Method.class)));
        CrateId crate = toTreat(material);

        for (Method refused : EnumSet.complementOf(EnumSet.copyOf(allowed))) {
            assertThat(treat(crate, refused, "Sanivir", 60).refusal()).as("%s", refused)
                    .isEqualTo(QuarantineRefusal.METHOD_NOT_ALLOWED);
            assertThat(room.see(agent, crate).crate().state()).isEqualTo(CrateState.TREATMENT);
            assertThat(room.see(agent, crate).treatments()).isEmpty();
        }
        for (Method borne : allowed) {
            CrateId another = toTreat(material);
            assertThat(treat(another, borne, "Sanivir", 60).isDone()).as("%s", borne).isTrue();
            assertThat(room.see(agent, another).treatments()).extracting(Treatment::method).containsExactly(borne);
        }
    }

    @Test
    void aMethodThatTheTableAllowsNoMoreIsRefusedAndOneItAllowsNowIsNot() {
        publish("treatment", "true");
        publish("virucide", "false");
        publish("dampWipe", "true");
        CrateId plastic = toTreat(MaterialType.DVD);
        CrateId paper = toTreat(MaterialType.BOOK);

        assertThat(treat(plastic, Method.VIRUCIDE, "Sanivir", 60).refusal())
                .isEqualTo(QuarantineRefusal.METHOD_NOT_ALLOWED);
        assertThat(treat(paper, Method.DAMP_WIPE, null, 1).isDone()).isTrue();
    }

    @Test
    void aCrateBeingTreatedKeepsTheMethodsOfItsRule() {
        CrateId crate = toTreat(MaterialType.DVD);
        publish("virucide", "false");
        assertThat(treat(crate, Method.VIRUCIDE, "Sanivir", 5).isDone()).isTrue();
        assertThat(room.see(agent, crate).story()).extracting(Journal.Entry::messageKey)
                .doesNotContain("journal.quarantine.recomputed");
    }

    private void publish(String column, String answer) {
        room.publish(room.manager(), column, answer, Reach.ALL_RUNNING);
    }

    private CrateId toTreat(MaterialType material) {
        CrateId crate = room.scan(agent, branch, room.copy(branch, "Titre", material)).crate();
        room.by(agent, () -> room.crateDesk.seal(crate)).value();
        clock.setTo(room.releaseOf(crate));
        engine.runDueJobs();
        return crate;
    }

    private Outcome<Void> treat(CrateId crate, Method method, String product, int minutes) {
        return room.by(agent, () -> room.crateDesk.treated(room.task(crate, QuarantineProcess.Tasks.TREAT), crate, method,
                product, minutes));
    }
}
