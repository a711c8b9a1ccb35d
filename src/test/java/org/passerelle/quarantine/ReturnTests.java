package org.passerelle.quarantine;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;

/** A returns desk, what it takes in, and another branch. */
abstract class ReturnTests extends CrateTests {

    static final LocalDate NEXT_WEEK = LocalDate.parse("2026-12-01");

    UUID other;

    @BeforeEach
    void anotherBranch() {
        other = room.branch("ANX");
    }

    String stateOfLoan(String barcode) {
        return room.jdbc.sql("select l.state from app.loan l join app.copy c on c.id = l.copy where c.barcode = ?")
                .param(barcode).query(String.class).single();
    }
}
