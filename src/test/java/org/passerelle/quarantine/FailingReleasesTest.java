package org.passerelle.quarantine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.passerelle.catalogue.MaterialType;
import org.passerelle.catalogue.PlaceKind;
import org.passerelle.platform.journal.Journal;
import org.passerelle.quarantine.domain.CrateState;
import org.passerelle.quarantine.process.EmergencyReleaseProcess;
import org.passerelle.quarantine.process.QuarantineProcess;
import org.passerelle.quarantine.process.QuarantineProcess.Tasks;
import org.passerelle.support.FailingJobs;
import org.springframework.beans.factory.annotation.Autowired;

/** A crate whose time has come is released once, however often that fails first. */
class FailingReleasesTest extends CrateTests {

    @Autowired
    FailingJobs steps;

    private CrateId crate;
    private UUID request;

    @Test
    void aCrateThatIsReleasedToItsInspection() {
        steps.areTriedAgain(QuarantineProcess.KEY, () -> {
            aBranch();
            crate = room.sealedCrate(agent, branch, 2);
            clock.advance(QUARANTINE);
        });
        released(CrateState.INSPECTION, Tasks.INSPECT);
        assertThat(room.see(agent, crate).documents()).hasSize(2).allSatisfy(document ->
                assertThat(room.placeOf(document.barcode())).isEqualTo(PlaceKind.QUARANTINE));
    }

    @Test
    void aCrateThatIsReleasedToItsTreatmentWhileSomebodyIsToDecideAboutIt() {
        steps.areTriedAgain(QuarantineProcess.KEY, () -> {
            aBranch();
            crate = room.scan(agent, branch, room.copy(branch, "Le Mépris", MaterialType.DVD)).crate();
            room.by(agent, () -> room.crateDesk.seal(crate)).value();
            request = room.by(agent, () -> room.releaseDesk.ask(crate, null, "Bac blanc")).value();
            clock.advance(QUARANTINE);
        });
        released(CrateState.TREATMENT, Tasks.TREAT);
        assertThat(engine.endOf(EmergencyReleaseProcess.caseOf(request))).contains("end_noLongerNeeded");
    }

    private void released(CrateState state, String task) {
        assertThat(room.see(agent, crate).crate().state()).isEqualTo(state);
        assertThat(room.task(crate, task)).isNotNull();
        assertThat(room.see(agent, crate).story()).extracting(Journal.Entry::messageKey)
                .containsOnlyOnce("journal.quarantine.released");
    }
}
