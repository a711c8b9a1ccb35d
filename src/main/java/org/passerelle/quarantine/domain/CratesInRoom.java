package org.passerelle.quarantine.domain;

import static org.springframework.transaction.annotation.Propagation.MANDATORY;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** All crates that stand in the rooms at once: what a change of the rule is tried on, and how it reaches them. */
@Repository
@Transactional(propagation = MANDATORY)
public class CratesInRoom {

    private static final String COLUMNS = """
            select id, code, branch, material, stacked, state, opened_at, sealed_at, release_at, hours, treatment, dry_wipe,
                   damp_wipe, virucide, contact_minutes
            from app.crate c
            """;
    /** The end of a condition on {@code app.crate c}: it takes a place in the room. */
    public static final String STANDS = """
            c.state <> 'DONE' and (c.state <> 'OPEN' or exists (
                select 1 from app.returned_copy r where r.crate = c.id and r.fate = 'IN_CRATE'))
            """;

    private final JdbcClient jdbc;

    CratesInRoom(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param sealedAt null while it is open, as {@code releaseAt} and {@code rule} are */
    public record StandingCrate(UUID id, String code, UUID branch, MaterialClass material, boolean stacked,
                                CrateState state, Instant openedAt, Instant sealedAt, Instant releaseAt, QuarantineRule rule) {

        public RuleCase caseUnder(QuarantineSettings here) {
            return new RuleCase(material, stacked, here.situation());
        }

        public Instant releaseUnder(QuarantineRule other) {
            return sealedAt.plus(Duration.ofHours(other.hours()));
        }
    }

    /** Those that take a place in a room, by release. An open crate in which nothing lies takes none. */
    public List<StandingCrate> all() {
        return jdbc.sql(COLUMNS + "where " + STANDS + " order by release_at, length(code), code").query(CratesInRoom::read).list();
    }

    /** Crates of those branches that are being filled and in which something lies; none is sealed meanwhile. */
    public List<StandingCrate> open(Collection<UUID> ofBranches) {
        return jdbc.sql(COLUMNS + "where branch = any(?) and state = 'OPEN' and " + STANDS + "order by id for update")
                .param(ofBranches.toArray(UUID[]::new)).query(CratesInRoom::read).list();
    }

    /** What lies in these crates: the copies, each with its crate. */
    public Map<UUID, UUID> contents(Collection<UUID> ids) {
        Map<UUID, UUID> crateOf = new HashMap<>();
        jdbc.sql("select copy, crate from app.returned_copy where crate = any(?) and fate = 'IN_CRATE'")
                .param(ids.toArray(UUID[]::new))
                .query((row, n) -> crateOf.put(row.getObject(1, UUID.class), row.getObject(2, UUID.class))).list();
        return crateOf;
    }

    /** Those of them that are in quarantine, with their locks, taken in order of their ids. */
    public List<StandingCrate> lockInQuarantine(Collection<UUID> ids) {
        return jdbc.sql(COLUMNS + "where id = any(?) and state = 'QUARANTINE' order by id for update")
                .param(ids.toArray(UUID[]::new)).query(CratesInRoom::read).list();
    }

    /** That rule decides for them from now on, counted from their sealing. The caller holds their locks. */
    public void recompute(Collection<UUID> ids, QuarantineRule rule, int ruleVersion) {
        jdbc.sql("""
                        update app.crate set version = version + 1, rule_version = :version, hours = :hours,
                            treatment = :treatment, dry_wipe = :dry, damp_wipe = :damp, virucide = :virucide,
                            contact_minutes = :contact, release_at = sealed_at + make_interval(hours => :hours)
                        where id = any(:ids)""")
                .param("version", ruleVersion).param("hours", rule.hours()).param("treatment", rule.treatment())
                .param("dry", rule.methods().contains(Method.DRY_WIPE))
                .param("damp", rule.methods().contains(Method.DAMP_WIPE))
                .param("virucide", rule.methods().contains(Method.VIRUCIDE)).param("contact", rule.contactMinutes())
                .param("ids", ids.toArray(UUID[]::new)).update();
    }

    private static StandingCrate read(ResultSet row, int n) throws SQLException {
        return new StandingCrate(row.getObject("id", UUID.class), row.getString("code"),
                row.getObject("branch", UUID.class), MaterialClass.valueOf(row.getString("material")),
                row.getBoolean("stacked"), CrateState.valueOf(row.getString("state")), instant(row, "opened_at"),
                instant(row, "sealed_at"), instant(row, "release_at"), row.getObject("hours") == null ? null : rule(row));
    }

    private static QuarantineRule rule(ResultSet row) throws SQLException {
        Set<Method> methods = EnumSet.noneOf(Method.class);
        if (row.getBoolean("dry_wipe")) {
            methods.add(Method.DRY_WIPE);
        }
        if (row.getBoolean("damp_wipe")) {
            methods.add(Method.DAMP_WIPE);
        }
        if (row.getBoolean("virucide")) {
            methods.add(Method.VIRUCIDE);
        }
        return new QuarantineRule(row.getInt("hours"), row.getBoolean("treatment"), methods, row.getInt("contact_minutes"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
