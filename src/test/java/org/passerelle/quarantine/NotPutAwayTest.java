package org.passerelle.quarantine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.passerelle.catalogue.PlaceKind;
import org.passerelle.platform.CommonRefusal;
import org.passerelle.platform.process.steps.OpenTask;
import org.passerelle.quarantine.domain.ReturnedCopy;
import org.passerelle.support.Consistency;

/** A document scanned as put away by mistake. */
class NotPutAwayTest extends CrateTests {

    @Test
    void itIsToBePutAwayAgainUntilTheCrateIsDoneWith() {
        CrateId crate = room.sealedCrate(agent, branch, 2);
        quarantineOver();
        room.inspect(agent, crate, Map.of()).value();
        List<String> barcodes = room.see(agent, crate).documents().stream().map(ReturnedCopy::barcode).toList();
        assertThat(room.see(agent, crate).toDo()).extracting(OpenTask::messageKey).containsExactly("process.quarantine.user_putAway");
        room.by(agent, () -> room.putAwayDesk.putAway(crate, barcodes.getFirst())).value();

        room.by(agent, () -> room.putAwayDesk.notPutAway(crate, barcodes.getFirst())).value();

        assertThat(room.placeOf(barcodes.getFirst())).isEqualTo(PlaceKind.TO_SHELF);
        assertThat(Consistency.faults(room.jdbc)).isEmpty();
        assertThat(room.by(agent, () -> room.putAwayDesk.notPutAway(crate, barcodes.getFirst())).refusal())
                .isEqualTo(CommonRefusal.CANNOT_BE_TAKEN_BACK);
        barcodes.forEach(barcode -> room.by(agent, () -> room.putAwayDesk.putAway(crate, barcode)).value());
        assertThat(room.by(agent, () -> room.putAwayDesk.notPutAway(crate, barcodes.getLast())).refusal())
                .isEqualTo(CommonRefusal.CANNOT_BE_TAKEN_BACK);
        assertThat(room.see(agent, crate).toDo()).isEmpty();
        assertThat(Consistency.faults(room.jdbc)).isEmpty();
    }
}
