package org.passerelle.circulation.waiting.service;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.circulation.WaitId;
import org.passerelle.circulation.reservations.service.CaseTasks;
import org.passerelle.circulation.waiting.process.WaitingTitleProcess;
import org.passerelle.platform.process.steps.CaseStanding;
import org.passerelle.platform.process.steps.CaseStandings;
import org.passerelle.platform.process.steps.OpenTask;
import org.passerelle.platform.security.Role;
import org.passerelle.platform.security.SignedIn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is on record about waits, for staff of any branch. */
@Service
@Transactional(readOnly = true)
public class WaitFiles {

    private final JdbcClient jdbc;
    private final CaseStandings standings;
    private final CaseTasks tasks;
    private final SignedIn signedIn;

    WaitFiles(JdbcClient jdbc, CaseStandings standings, CaseTasks tasks, SignedIn signedIn) {
        this.jdbc = jdbc;
        this.standings = standings;
        this.tasks = tasks;
        this.signedIn = signedIn;
    }

    /** Where it stands. Three statements. */
    public CaseStanding standing(WaitId id) {
        signedIn.require(Role.AGENT);
        return standings.of(WaitingTitleProcess.caseOf(id));
    }

    /** What is to be done about them. Two statements. */
    public List<OpenTask> toDo(Collection<WaitId> waits) {
        return tasks.of(waits.stream().map(WaitId::value).toList());
    }

    /** The ids of that patron's waits, over or not: how one has ended may be still to be told. One statement. */
    public List<UUID> casesOf(UUID patron) {
        signedIn.require(Role.AGENT);
        return jdbc.sql("select id from app.title_wait where patron = ?").param(patron).query(UUID.class).list();
    }

    /** Who waits or has waited; empty where that is not known any more. One statement. */
    public Optional<UUID> patronOf(UUID wait) {
        signedIn.require(Role.AGENT);
        return jdbc.sql("select patron from app.title_wait where id = ? and patron is not null").param(wait)
                .query(UUID.class).optional();
    }
}
