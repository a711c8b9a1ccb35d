package org.passerelle.slots.service;

import java.sql.Date;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.passerelle.platform.network.ClosedBranches;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A day on which a branch hands nothing over is one on which it is closed. */
@Component
class ClosedDaysOfBranches implements ClosedBranches {

    private final JdbcClient jdbc;

    ClosedDaysOfBranches(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<UUID, Set<LocalDate>> days(Collection<UUID> branches, LocalDate first, LocalDate last) {
        Map<UUID, Set<LocalDate>> closed = new HashMap<>();
        jdbc.sql("select branch, day from app.closed_day where branch = any(?) and day between ? and ?")
                .params(branches.toArray(UUID[]::new), Date.valueOf(first), Date.valueOf(last)).query(row -> {
                    closed.computeIfAbsent(row.getObject(1, UUID.class), branch -> new HashSet<>()).add(row.getDate(2).toLocalDate());
                });
        return closed;
    }
}
