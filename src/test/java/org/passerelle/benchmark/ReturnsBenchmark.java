package org.passerelle.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.passerelle.catalogue.MaterialType;
import org.passerelle.circulation.drive.Drive;
import org.passerelle.patrons.domain.Patron;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.quarantine.QuarantineRoom;
import org.passerelle.support.Consistency;
import org.passerelle.support.PasserelleTest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * A day of returns at one desk: how long the last scans take beside the first. Not part of the build:
 * {@code mvn test -Dtest=ReturnsBenchmark}.
 */
@PasserelleTest
class ReturnsBenchmark {

    private static final Logger log = LoggerFactory.getLogger(ReturnsBenchmark.class);
    private static final int RETURNS = 5_000;
    private static final int SAMPLE = 500;

    @Autowired
    QuarantineRoom room;
    @Autowired
    Drive drive;

    @Test
    void aDayOfFiveThousandReturns() {
        UUID branch = room.branch("MED");
        String first = room.copy(branch, "Germinal", MaterialType.BOOK);
        Patron patron = drive.patron("Ada", "Lovelace");
        room.jdbc.sql("""
                        insert into app.copy (id, title, barcode, branch, shelf_mark, material)
                        select gen_random_uuid(), c.title, 'B' || n, c.branch, 'R ' || n, 'BOOK'
                        from app.copy c, generate_series(1, ?) n where c.barcode = ?""").params(RETURNS, first).update();
        room.jdbc.sql("""
                        insert into app.loan (id, version, copy, patron, state, days, prepared_at, started_at, due_on)
                        select gen_random_uuid(), 0, c.id, ?, 'RUNNING', 21, '2026-11-01', '2026-11-01', '2026-12-31'
                        from app.copy c where c.barcode like 'B%'""").param(patron.id()).update();
        room.jdbc.sql("""
                        insert into app.copy_place (copy, kind, since)
                        select id, 'ON_LOAN', '2026-11-01' from app.copy where barcode like 'B%'""").update();
        room.jdbc.sql("analyze").update();
        List<String> barcodes = room.jdbc.sql("select barcode from app.copy where barcode like 'B%'").query(String.class)
                .list();
        CurrentUser agent = room.agentOf(branch);
        barcodes.subList(0, SAMPLE).forEach(code -> room.scan(agent, branch, code));

        double begun = millisecondsEach(agent, branch, barcodes.subList(SAMPLE, 2 * SAMPLE));
        barcodes.subList(2 * SAMPLE, RETURNS - SAMPLE).forEach(code -> room.scan(agent, branch, code));
        double ended = millisecondsEach(agent, branch, barcodes.subList(RETURNS - SAMPLE, RETURNS));

        log.info("{} returns: {} ms a scan after {}, {} ms at the end; ratio {}", RETURNS, Math.round(begun * 10) / 10.0,
                SAMPLE, Math.round(ended * 10) / 10.0, Math.round(100 * ended / begun) / 100.0);
        assertThat(Consistency.faults(room.jdbc)).isEmpty();
    }

    private double millisecondsEach(CurrentUser agent, UUID branch, List<String> barcodes) {
        long start = System.nanoTime();
        barcodes.forEach(code -> room.scan(agent, branch, code));
        return (System.nanoTime() - start) / 1e6 / barcodes.size();
    }
}
