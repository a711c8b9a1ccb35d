package org.passerelle.patrons.service;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.passerelle.platform.security.PatronNames;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** By their display names, for the security record. */
@Component
class NamesOfPatrons implements PatronNames {

    private final JdbcClient jdbc;

    NamesOfPatrons(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<UUID, String> of(Collection<UUID> patrons) {
        Map<UUID, String> names = new HashMap<>();
        jdbc.sql("select id, trim(first_name || ' ' || last_name) from app.patron where id = any(?)")
                .param(patrons.toArray(UUID[]::new)).query(row -> {
                    names.put(row.getObject(1, UUID.class), row.getString(2));
                });
        return names;
    }
}
