package org.passerelle.quarantine.room.service;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.passerelle.platform.network.WorkingBranch;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.platform.security.Role;
import org.passerelle.platform.security.SignedIn;
import org.passerelle.platform.time.AppClock;
import org.passerelle.quarantine.CrateId;
import org.passerelle.quarantine.domain.Crate;
import org.passerelle.quarantine.domain.CrateState;
import org.passerelle.quarantine.domain.MaterialClass;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The crates of a branch that wait for somebody, and those that will today; for those who work there. One statement each. */
@Service
@Transactional(readOnly = true)
public class CratesDue {

    private final WorkingBranch working;
    private final JdbcClient jdbc;
    private final SignedIn signedIn;
    private final AppClock clock;

    CratesDue(WorkingBranch working, JdbcClient jdbc, SignedIn signedIn, AppClock clock) {
        this.working = working;
        this.jdbc = jdbc;
        this.signedIn = signedIn;
        this.clock = clock;
    }

    /** @param releaseAt when its quarantine ends, or has ended */
    public record Due(CrateId id, String code, MaterialClass material, boolean stacked, CrateState state, int documents,
                      Instant releaseAt, boolean late) {

        /** Somebody can work on it now. */
        public boolean isReady() {
            return state != CrateState.QUARANTINE;
        }
    }

    /**
     * @param first at most as many as were asked for; those that are ready first
     * @param ready how many wait for somebody
     * @param later how many more come out today
     */
    public record Today(List<Due> first, int ready, int later) {

        public int leftOut() {
            return ready + later - first.size();
        }
    }

    /** How many crates are released and wait for somebody where the person signed in works. */
    public int toDealWith() {
        signedIn.require(Role.AGENT);
        Optional<UUID> here = working.current();
        return here.isEmpty() ? 0 : jdbc.sql("""
                        select count(*) from app.crate
                        where branch = :branch and state in ('TREATMENT', 'INSPECTION', 'PUT_AWAY')""")
                .param("branch", here.get()).query(Integer.class).single();
    }

    /** How many are released and wait for somebody, of the branches where the person signed in may act. */
    public Map<UUID, Integer> at(Collection<UUID> branches) {
        CurrentUser user = signedIn.require(Role.AGENT);
        return jdbc.sql("""
                        select branch, count(*) from app.crate
                        where branch = any(?) and state in ('TREATMENT', 'INSPECTION', 'PUT_AWAY') group by branch""")
                .param(branches.stream().filter(user::mayActAt).toArray(UUID[]::new))
                .query((row, i) -> Map.entry(row.getObject(1, UUID.class), row.getInt(2))).list().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    public Today today(UUID branch, int most) {
        signedIn.requireAt(branch);
        Instant now = clock.instant();
        List<Counted> read = jdbc.sql("""
                        select c.id, c.code, c.material, c.stacked, c.state, coalesce(c.released_at, c.release_at) as release,
                               c.released_at < :lateSince as late, count(*) over () as all_of_them,
                               count(*) filter (where c.state = 'QUARANTINE') over () as later_of_them,
                               (select count(*) from app.returned_copy r
                                where r.crate = c.id and r.fate in ('IN_CRATE', 'TO_SHELF')) as documents
                        from app.crate c join app.branch b on b.id = c.branch
                        where c.branch = :branch and (c.state in ('TREATMENT', 'INSPECTION', 'PUT_AWAY')
                            or c.state = 'QUARANTINE' and c.release_at < (date_trunc('day', cast(:now as timestamptz)
                                at time zone b.time_zone) + interval '1 day') at time zone b.time_zone)
                        order by c.state = 'QUARANTINE', release, length(c.code), c.code limit :most""")
                .param("branch", branch).param("now", Timestamp.from(now)).param("most", most)
                .param("lateSince", Timestamp.from(now.minus(Crate.LATE_AFTER)))
                .query((row, i) -> new Counted(new Due(new CrateId(row.getObject("id", UUID.class)), row.getString("code"),
                        MaterialClass.valueOf(row.getString("material")), row.getBoolean("stacked"),
                        CrateState.valueOf(row.getString("state")), row.getInt("documents"),
                        row.getTimestamp("release").toInstant(), row.getBoolean("late")), row.getInt("all_of_them"),
                        row.getInt("later_of_them"))).list();
        return read.isEmpty() ? new Today(List.of(), 0, 0) : new Today(read.stream().map(Counted::crate).toList(),
                read.getFirst().all() - read.getFirst().later(), read.getFirst().later());
    }

    private record Counted(Due crate, int all, int later) {
    }
}
