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
import org.passerelle.circulation.WaitId;
import org.passerelle.circulation.drive.Drive;
import org.passerelle.patrons.domain.Patron;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.quarantine.domain.CrateState;
import org.passerelle.quarantine.domain.ReturnOutcome;
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
        room.inspect(agent, crate, Map.of(mouldy.id(), Verdict.withdraw(" Moisi\u0000 "),
                broken.id(), Verdict.repair("Dos cassé"))).value();

        assertThat(room.placeOf(mouldy.barcode())).isEqualTo(PlaceKind.WITHDRAWN);
        assertThat(room.placeOf(broken.barcode())).isEqualTo(PlaceKind.REPAIR);
        assertThat(room.placeOf(fit.barcode())).isEqualTo(PlaceKind.TO_SHELF);
        assertThat(after(mouldy).outcome()).isEqualTo(ReturnOutcome.WITHDRAWN);
        assertThat(after(mouldy).note()).isEqualTo("Moisi");
        assertThat(after(broken).outcome()).isEqualTo(ReturnOutcome.REPAIR);
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
        room.inspect(agent, crate, Map.of(mouldy.id(), Verdict.withdraw("Moisi"), broken.id(),
                Verdict.withdraw("Moisi"), fit.id(), Verdict.withdraw("Moisi"))).value();

        assertThat(engine.endOf(QuarantineProcess.caseOf(crate))).contains("end_allSettled");
        assertThat(room.see(agent, crate).crate().state()).isEqualTo(CrateState.DONE);
    }

    @Test
    void nothingIsWithdrawnWithoutAReason() {
        assertThat(room.inspect(agent, crate, Map.of(mouldy.id(), Verdict.withdraw(" \u0000 "))).refusal())
                .isEqualTo(CirculationRefusal.NOTE_MISSING);
        assertThat(room.placeOf(mouldy.barcode())).isEqualTo(PlaceKind.QUARANTINE);
        assertThat(room.see(agent, crate).crate().state()).isEqualTo(CrateState.INSPECTION);
    }

    @Test
    void whatIsNotInItsCrateIsMissingAndItsLoanStaysClosed() {
        String loan = "select state || ' ' || returned_at from app.loan where copy = ?";
        String closed = room.jdbc.sql(loan).param(fit.copy()).query(String.class).single();

        room.inspect(agent, crate, Map.of(fit.id(), Verdict.MISSING)).value();

        assertThat(room.placeOf(fit.barcode())).isEqualTo(PlaceKind.MISSING);
        assertThat(after(fit).outcome()).isEqualTo(ReturnOutcome.MISSING);
        assertThat(room.jdbc.sql(loan).param(fit.copy()).query(String.class).single()).isEqualTo(closed);
        assertThat(room.see(agent, crate).story()).anySatisfy(entry -> {
            assertThat(entry.messageKey()).isEqualTo("journal.quarantine.notFound");
            assertThat(entry.args()).containsExactly(fit.barcode());
        });
        assertThat(room.scan(agent, branch, fit.barcode()).crate()).as("found after all").isNotNull();
        assertThat(Consistency.faults(room.jdbc)).isEmpty();
    }

    @Test
    void whatIsMissingIsNotSetAsideForWhoWaitsAndWhoWaitsKeepsTheirTurn() {
        Patron jeanne = drive.patron("Jeanne", "Ferrand");
        WaitId wait = waiting.ask(jeanne, copies.byBarcode(fit.barcode()).orElseThrow().title(), branch);

        room.inspect(agent, crate, Map.of(fit.id(), Verdict.MISSING)).value();
        waiting.makeOffers();

        assertThat(waiting.see(jeanne, wait).isOffered()).isFalse();
        assertThat(waiting.see(jeanne, wait).position()).isEqualTo(1);
    }

    @Test
    void whatOneColleagueFoundHoldsWhenAnotherEndsTheInspection() {
        CurrentUser colleague = room.agentOf(branch);
        room.by(colleague, () -> room.crateDesk.found(crate, mouldy.id(), Verdict.withdraw("Moisi"))).value();
        room.by(colleague, () -> room.crateDesk.found(crate, broken.id(), Verdict.repair("Dos cassé"))).value();
        room.by(agent, () -> room.crateDesk.found(crate, broken.id(), null)).value();

        room.inspect(agent, crate, Map.of()).value();

        assertThat(room.placeOf(mouldy.barcode())).isEqualTo(PlaceKind.WITHDRAWN);
        assertThat(room.placeOf(broken.barcode())).isEqualTo(PlaceKind.TO_SHELF);
        assertThat(after(broken).note()).isNull();
    }

    @Test
    void onceTheCrateIsInspectedNothingMoreIsFoundInIt() {
        room.inspect(agent, crate, Map.of()).value();

        assertThat(room.by(agent, () -> room.crateDesk.found(crate, mouldy.id(), Verdict.MISSING)).isDone()).isFalse();
        assertThat(room.placeOf(mouldy.barcode())).isEqualTo(PlaceKind.TO_SHELF);
    }

    @Test
    void whatIsNotThereWhenItIsToBePutAwayIsMissingAndTheLastEndsTheCase() {
        room.inspect(agent, crate, Map.of(mouldy.id(), Verdict.withdraw("Moisi"))).value();

        assertThat(room.by(agent, () -> room.putAwayDesk.notFound(crate, broken.id())).value()).isOne();
        assertThat(room.by(agent, () -> room.putAwayDesk.notFound(crate, broken.id())).refusal())
                .isEqualTo(QuarantineRefusal.NOT_TO_PUT_AWAY);
        assertThat(room.by(agent, () -> room.putAwayDesk.putAway(crate, broken.barcode())).refusal())
                .isEqualTo(QuarantineRefusal.NOT_TO_PUT_AWAY);
        assertThat(room.by(agent, () -> room.putAwayDesk.notFound(crate, fit.id())).value()).isZero();

        assertThat(room.placeOf(broken.barcode())).isEqualTo(PlaceKind.MISSING);
        assertThat(room.see(agent, crate).crate().state()).isEqualTo(CrateState.DONE);
        assertThat(Consistency.faults(room.jdbc)).isEmpty();
    }

    private void withdraw(ReturnedCopy document) {
        room.inspect(agent, crate, Map.of(document.id(), Verdict.withdraw("Moisi"))).value();
    }

    private ReturnedCopy after(ReturnedCopy document) {
        return room.see(agent, crate).documents().stream().filter(row -> row.id().equals(document.id())).findFirst()
                .orElseThrow();
    }
}
