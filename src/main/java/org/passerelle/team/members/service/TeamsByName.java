package org.passerelle.team.members.service;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.platform.people.TeamNames;
import org.passerelle.platform.people.WorkSite;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What teams are called, for whoever holds a duty for one. */
@Component
class TeamsByName implements TeamNames {

    private final JdbcClient jdbc;

    TeamsByName(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<UUID, String> all() {
        Map<UUID, String> names = new LinkedHashMap<>();
        jdbc.sql("select id, name from app.team order by name collate \"und-x-icu\"").query(row -> {
            names.put(row.getObject("id", UUID.class), row.getString("name"));
        });
        return names;
    }

    @Override
    public List<WorkSite> sites() {
        return jdbc.sql("select distinct branch, team from app.team_agent order by branch, team")
                .query((row, i) -> new WorkSite(row.getObject("branch", UUID.class), row.getObject("team", UUID.class))).list();
    }
}
