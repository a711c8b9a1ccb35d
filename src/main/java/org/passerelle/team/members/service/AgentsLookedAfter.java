package org.passerelle.team.members.service;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.passerelle.platform.security.accounts.LookedAfter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whoever is in a team is looked after by its managers, and by those of every team. */
@Component
class AgentsLookedAfter implements LookedAfter {

    private final JdbcClient jdbc;

    AgentsLookedAfter(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<UUID> byOthers(UUID manager, Collection<UUID> accounts) {
        return jdbc.sql("""
                select a.account from app.team_agent a where a.account = any(?) and not exists (
                    select 1 from app.team_manager m where m.account = ? and (m.team is null or m.team = a.team))""")
                .params(accounts.toArray(UUID[]::new), manager).query(UUID.class).set();
    }
}
