package org.passerelle.operations.service;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.passerelle.operations.OperationsRefusal;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.PlainText;
import org.passerelle.platform.network.NetworkZone;
import org.passerelle.platform.policy.DecisionTables;
import org.passerelle.platform.policy.DecisionTables.Deployed;
import org.passerelle.platform.policy.DecisionTables.Version;
import org.passerelle.platform.policy.PolicyCheck;
import org.passerelle.platform.policy.PolicyCheck.Fault;
import org.passerelle.platform.policy.PolicyDifferences;
import org.passerelle.platform.policy.PolicyDifferences.Difference;
import org.passerelle.platform.policy.PolicyShape;
import org.passerelle.platform.policy.PolicyShape.Row;
import org.passerelle.platform.policy.PolicyTable;
import org.passerelle.platform.policy.PolicyTable.Change;
import org.passerelle.platform.policy.PolicyTable.Impact;
import org.passerelle.platform.process.Gesture;
import org.passerelle.platform.security.Role;
import org.passerelle.platform.security.SignedIn;
import org.passerelle.platform.time.AppClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The library's rules, as managers read, change and publish them. */
@Service
public class Policies {

    public static final int LONGEST_REASON = 500;
    public static final int LONGEST_NOTE = 300;
    /** Rows; more than any table of three columns has cases. */
    public static final int MOST_ROWS = 200;

    private final Map<String, PolicyTable> tables;
    private final DecisionTables decisions;
    private final NetworkZone network;
    private final JdbcClient jdbc;
    private final SignedIn signedIn;
    private final AppClock clock;

    Policies(List<PolicyTable> tables, DecisionTables decisions, NetworkZone network, JdbcClient jdbc,
             SignedIn signedIn, AppClock clock) {
        this.tables = tables.stream().collect(Collectors.toMap(table -> table.shape().key(), table -> table));
        this.decisions = decisions;
        this.network = network;
        this.jdbc = jdbc;
        this.signedIn = signedIn;
        this.clock = clock;
    }

    /** Keys of the tables there are. */
    public List<String> keys() {
        signedIn.require(Role.MANAGER);
        return tables.keySet().stream().sorted().toList();
    }

    /** The table as it decides now, with all its versions. */
    @Transactional(readOnly = true)
    public Optional<Policy> open(String key) {
        signedIn.require(Role.MANAGER);
        return Optional.ofNullable(tables.get(key)).map(table -> {
            Version newest = decisions.newest(key);
            return new Policy(table.shape(), table.isPrivate(), newest.number(), decisions.rows(table.shape(), newest),
                    editions(table), network.zone());
        });
    }

    private List<Edition> editions(PolicyTable table) {
        String key = table.shape().key();
        Map<Integer, Edition> published = new HashMap<>();
        jdbc.sql("""
                        select p.version, p.published_at, a.display_name, p.reason, p.reach, p.moved
                        from app.policy_publication p left join app.account a on a.id = p.published_by
                        where p.policy = ?""").param(key)
                .query((row, n) -> published.put(row.getInt(1), new Edition(row.getInt(1), row.getTimestamp(2).toInstant(),
                        row.getString(3), row.getString(4), table.isPrivate() ? null
                        : new Reached(Reach.valueOf(row.getString(5)), row.getInt(6))))).list();
        return decisions.versions(key).stream().map(deployed -> published.getOrDefault(deployed.version().number(),
                new Edition(deployed.version().number(), deployed.at(), null, null, null))).toList();
    }

    /** The rows of an earlier version, to compare or to put back. */
    @Transactional(readOnly = true)
    public List<Row> rows(String key, int version) {
        signedIn.require(Role.MANAGER);
        PolicyShape shape = tables.get(key).shape();
        return decisions.versions(key).stream().map(Deployed::version).filter(each -> each.number() == version)
                .findFirst().map(each -> decisions.rows(shape, each)).orElseThrow();
    }

    /** In which cases that version answers otherwise than the one that decides now. */
    @Transactional(readOnly = true)
    public List<Difference> differences(String key, int version) {
        List<Row> then = rows(key, version);
        PolicyShape shape = tables.get(key).shape();
        return PolicyDifferences.between(shape, then, decisions.rows(shape, decisions.newest(key)));
    }

    /** What is wrong with these rows; empty when they can be published. */
    public List<Fault> faults(String key, List<Row> rows) {
        signedIn.require(Role.MANAGER);
        return PolicyCheck.faults(tables.get(key).shape(), rows);
    }

    /**
     * What {@link #publish} of these rows with that reach would do to what is there now. Nothing is kept.
     *
     * @param chosen ids of the changes that would apply, where the reach is {@link Reach#CHOSEN}
     */
    @Transactional(readOnly = true)
    public Outcome<Impact> impact(String key, List<Row> rows, Reach reach, Set<UUID> chosen) {
        signedIn.require(Role.MANAGER);
        PolicyTable table = tables.get(key);
        List<Row> lines = plain(rows);
        return wrong(table, lines) instanceof Outcome.Refused<?> no ? Outcome.refused(no.reason(), no.args())
                : Outcome.done(table.impact(decisions.answers(table.shape(), lines), reach.follows(chosen)));
    }

    /**
     * These rows decide from now on; running cases follow as far as the reach says, in the same transaction.
     *
     * @param basedOn the version that was edited: another one published since is not overwritten
     * @param chosen  ids of the changes that apply, where the reach is {@link Reach#CHOSEN}
     */
    @Gesture
    public Outcome<Published> publish(String key, int basedOn, List<Row> rows, String reason, Reach reach,
                                      Set<UUID> chosen) {
        UUID manager = signedIn.require(Role.MANAGER).accountId();
        PolicyTable table = tables.get(key);
        String why = PlainText.line(reason);
        if (why.isEmpty()) {
            return Outcome.refused(OperationsRefusal.REASON_MISSING);
        }
        if (why.length() > LONGEST_REASON) {
            return Outcome.refused(OperationsRefusal.REASON_TOO_LONG, LONGEST_REASON);
        }
        if (reach == Reach.CHOSEN && chosen.isEmpty()) {
            return Outcome.refused(OperationsRefusal.NONE_CHOSEN);
        }
        List<Row> lines = plain(rows);
        if (wrong(table, lines) instanceof Outcome.Refused<?> no) {
            return Outcome.refused(no.reason(), no.args());
        }
        Version newest = decisions.newestToReplace(key);
        if (newest.number() != basedOn) {
            return Outcome.refused(OperationsRefusal.TABLE_CHANGED);
        }
        if (decisions.rows(table.shape(), newest).equals(lines)) {
            return Outcome.refused(OperationsRefusal.NOTHING_CHANGED);
        }
        Predicate<UUID> follows = reach.follows(chosen);
        Set<UUID> moving = reach == Reach.NEW_ONLY ? Set.of()
                : table.impact(decisions.answers(table.shape(), lines), follows).changes().stream().map(Change::id)
                        .filter(follows).collect(Collectors.toSet());
        int version = decisions.publish(table.shape(), lines).number();
        int moved = table.apply(moving);
        jdbc.sql("insert into app.policy_publication values (?, ?, ?, ?, ?, ?, ?)")
                .params(key, version, Timestamp.from(clock.instant()), manager, why, reach.name(), table.isPrivate() ? null : moved)
                .update();
        return Outcome.done(new Published(version, moved));
    }

    private static Outcome<Void> wrong(PolicyTable table, List<Row> rows) {
        if (rows.size() > MOST_ROWS) {
            return Outcome.refused(OperationsRefusal.TOO_MANY_ROWS, MOST_ROWS);
        }
        for (int number = 1; number <= rows.size(); number++) {
            if (rows.get(number - 1).note().length() > LONGEST_NOTE) {
                return Outcome.refused(OperationsRefusal.NOTE_TOO_LONG, number, LONGEST_NOTE);
            }
        }
        return PolicyCheck.faults(table.shape(), rows).isEmpty() ? Outcome.done()
                : Outcome.refused(OperationsRefusal.TABLE_FAULTY);
    }

    private static List<Row> plain(List<Row> rows) {
        return rows.stream().map(row -> new Row(row.when(), row.then(), PlainText.line(row.note()))).toList();
    }

    /** Which cases a new version decides. */
    public enum Reach {
        /** Those that begin from now on. */
        NEW_ONLY,
        ALL_RUNNING,
        CHOSEN;

        private Predicate<UUID> follows(Set<UUID> chosen) {
            return switch (this) {
                case NEW_ONLY -> running -> false;
                case ALL_RUNNING -> running -> true;
                case CHOSEN -> chosen::contains;
            };
        }
    }

    /**
     * @param isPrivate whether its running cases are, as {@link PolicyTable#isPrivate()}
     * @param version   the one that decides now
     * @param editions  the newest first
     */
    public record Policy(PolicyShape shape, boolean isPrivate, int version, List<Row> rows, List<Edition> editions, ZoneId zone) {
    }

    /**
     * @param by      display name of who published it; null, as the reason and what it reached are, where it was shipped
     * @param reached null also where the running cases are private: that it reached any would tell that there are some
     */
    public record Edition(int version, Instant at, String by, String reason, Reached reached) {
    }

    /** @param moved how many running cases followed */
    public record Reached(Reach reach, int moved) {
    }

    /** @param moved how many running cases follow it, for who has published it */
    public record Published(int version, int moved) {
    }
}
