package org.passerelle.circulation.reservations.service;

import java.util.Optional;
import java.util.UUID;
import org.passerelle.patrons.PatronBranches;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class BranchesOfReservations implements PatronBranches {

    private final JdbcClient jdbc;

    BranchesOfReservations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<UUID> lastOf(UUID patron) {
        return jdbc.sql("select branch from app.reservation where patron = ? order by made_at desc limit 1")
                .param(patron).query(UUID.class).optional();
    }
}
