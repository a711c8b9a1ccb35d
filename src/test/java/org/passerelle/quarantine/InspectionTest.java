package org.passerelle.quarantine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.catalogue.CatalogueSearch;
import org.passerelle.catalogue.PlaceKind;
import org.passerelle.catalogue.SearchFilters;
import org.passerelle.circulation.CirculationRefusal;
import org.passerelle.circulation.Drive;
import org.passerelle.circulation.WaitId;
import org.passerelle.circulation.domain.Patron;
import org.passerelle.quarantine.domain.CrateState;
import org.passerelle.quarantine.domain.Fate;
import org.passerelle.quarantine.domain.ReturnedCopy;
import org.passerelle.quarantine.process.QuarantineProcess;
import org.passerelle.quarantine.service.CrateDesk.Verdict;
import org.passerelle.support.Consistency;
import org.springframework.beans.factory.annotation.Autowired;

/** What the inspection finds not to be fit for use: to repair, or out of the collection. */
class InspectionTest extends CrateTests {

    @Autowired
    CatalogueSearch search;

    private CrateId crate;
    private ReturnedCopy mouldy;
    private ReturnedCopy broken;
    private ReturnedCopy fit;

    @BeforeEach
    void threeDocumentsToInspect() {
        crate = room.sealedCrate(agent, branch, 3);
        quarantineOver();
        List<ReturnedCopy> documents = room.see(agent, crate).documents();
        mouldy = documents.get(0);
        broken = documents.get(1);
        fit = documents.get(2);
    }

    @Test
    void eachIsWhereTheInspectionSaysAndWhyIsOnRecord() {
        room.inspect(agent, crate, Map.of(mouldy.id(), new Verdict(true, " Moisi\u0000 "),
                broken.id(), new Verdict(false, "Dos cassé"))).value();

        assertThat(room.placeOf(mouldy.barcode())).isEqualTo(PlaceKind.WITHDRAWN);
        assertThat(room.placeOf(broken.barcode())).isEqualTo(PlaceKind.REPAIR);
        assertThat(room.placeOf(fit.barcode())).isEqualTo(PlaceKind.TO_SHELF);
        assertThat(after(mouldy).fate()).isEqualTo(Fate.WITHDRAWN);
        assertThat(after(mouldy).note()).isEqualTo("Moisi");
        assertThat(after(broken).fate()).isEqualTo(Fate.REPAIR);
        assertThat(after(broken).note()).isEqualTo("Dos cassé");
        assertThat(after(fit).note()).isNull();
        assertThat(room.see(agent, crate).story()).last().satisfies(entry -> {
            assertThat(entry.messageKey()).isEqualTo("journal.quarantine.inspected");
            assertThat(entry.args()).containsExactly("1", "0", "0", "1", "1");
        });
        assertThat(room.jdbc.sql("select note from app.copy_place where copy = ?").param(mouldy.copy())
                .query(String.class).single()).isEqualTo("Moisi");
        assertThat(Consistency.faults(room.jdbc)).isEmpty();
    }

    @Test
    void whatIsWithdrawnNobodyCanHaveAndNoDeskTakesIn() {
        UUID title = copies.byBarcode(mouldy.barcode()).orElseThrow().title();
        withdraw(mouldy);

        assertThat(search.search("Livre 0", SearchFilters.NONE, 0, 10).titles()).filteredOn(found ->
                found.title().id().equals(title)).allSatisfy(found -> assertThat(found.available()).isZero());
        assertThat(drive.tryToReserve(drive.patron("Jeanne", "Ferrand"), branch, Drive.SLOT, title).isDone()).isFalse();
        assertThat(room.tryToScan(agent, branch, mouldy.barcode()).refusal())
                .isEqualTo(QuarantineRefusal.COPY_OUT_OF_USE);
        assertThat(room.placeOf(mouldy.barcode())).isEqualTo(PlaceKind.WITHDRAWN);
    }

    @Test
    void whatIsWithdrawnIsNotSetAsideForWhoWaits() {
        Patron jeanne = drive.patron("Jeanne", "Ferrand");
        WaitId wait = waiting.ask(jeanne, copies.byBarcode(mouldy.barcode()).orElseThrow().title(), branch);

        withdraw(mouldy);
        waiting.makeOffers();

        assertThat(waiting.see(jeanne, wait).isOffered()).isFalse();
        assertThat(room.placeOf(mouldy.barcode())).isEqualTo(PlaceKind.WITHDRAWN);
    }

    @Test
    void aCrateThatIsWithdrawnWholeEndsWithItsInspection() {
        room.inspect(agent, crate, Map.of(mouldy.id(), new Verdict(true, "Moisi"), broken.id(),
                new Verdict(true, "Moisi"), fit.id(), new Verdict(true, "Moisi"))).value();

        assertThat(engine.endOf(QuarantineProcess.caseOf(crate))).contains("end_allSettled");
        assertThat(room.see(agent, crate).crate().state()).isEqualTo(CrateState.DONE);
    }

    @Test
    void nothingIsWithdrawnWithoutAReason() {
        assertThat(room.inspect(agent, crate, Map.of(mouldy.id(), new Verdict(true, " \u0000 "))).refusal())
                .isEqualTo(CirculationRefusal.NOTE_MISSING);
        assertThat(room.placeOf(mouldy.barcode())).isEqualTo(PlaceKind.QUARANTINE);
        assertThat(room.see(agent, crate).crate().state()).isEqualTo(CrateState.INSPECTION);
    }

    private void withdraw(ReturnedCopy document) {
        room.inspect(agent, crate, Map.of(document.id(), new Verdict(true, "Moisi"))).value();
    }

    private ReturnedCopy after(ReturnedCopy document) {
        return room.see(agent, crate).documents().stream().filter(row -> row.id().equals(document.id())).findFirst()
                .orElseThrow();
    }
}
