package org.passerelle.platform.security;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.passerelle.platform.people.Duty;
import org.passerelle.platform.people.HeldDuty;
import org.passerelle.platform.time.AppClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The append-only record of what was done about accounts: who, about whom, what, when. It holds no secret and nothing
 * that somebody typed, and only administrators read it.
 */
@Component
public class SecurityRecord {

    /** About the same account, the next failure of a kind is recorded after this: no attack fills the table. */
    static final Duration BETWEEN_FAILURES = Duration.ofMinutes(5);

    private final JdbcClient jdbc;
    private final SignedIn signedIn;
    private final AppClock clock;
    private final PatronNames patronNames;

    SecurityRecord(JdbcClient jdbc, SignedIn signedIn, AppClock clock, PatronNames patronNames) {
        this.jdbc = jdbc;
        this.signedIn = signedIn;
        this.clock = clock;
        this.patronNames = patronNames;
    }

    public enum Kind {
        ACCOUNT_OPENED,
        ACCOUNT_CLOSED,
        ACCOUNT_REOPENED,
        /** Its owner signs in with another name from now on. */
        ACCOUNT_RENAMED,
        /** Somebody else made it, and told it in person. */
        PASSWORD_GIVEN,
        PASSWORD_CHOSEN,
        BRANCH_GIVEN,
        BRANCH_TAKEN,
        DUTY_GIVEN,
        DUTY_TAKEN,
        /** Looks after a team from then on, or after every team. */
        TEAM_GIVEN,
        TEAM_TAKEN,
        /** Where the messages to a patron or to a member of staff go. */
        EMAIL_CHANGED,
        /** All that is known about a patron, as a file. */
        DATA_EXPORTED,
        /** Whom it is about is not known any more. */
        PATRON_ERASED,
        /** With a wrong password; or, where it is about nobody, with a name that no account has. */
        SIGN_IN_FAILED,
        /** Too many failed before. */
        SIGN_IN_HELD_BACK,
        /** Too many came from one address; which one is not kept. */
        ADDRESS_HELD_BACK,
        /** By who was signed in and wanted another. */
        CURRENT_PASSWORD_WRONG;

        public String messageKey() {
            return "security.kind." + name();
        }
    }

    /** Within the transaction of what is done. @param about the account */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(Kind kind, UUID about) {
        record(kind, about, null);
    }

    /** The same, for what concerns a branch. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(Kind kind, UUID about, UUID branch) {
        record(kind, about, branch, null, null);
    }

    /** The same, for a duty and the branch or team it is held for. @param team what that team is called, or null */
    @Transactional(propagation = Propagation.MANDATORY)
    public void recordDuty(Kind kind, UUID about, HeldDuty duty, String team) {
        record(kind, about, duty.scope().branch(), team, duty.duty());
    }

    /** The same, for what concerns a team. @param team what it is called, or null where it is every team */
    @Transactional(propagation = Propagation.MANDATORY)
    public void recordTeam(Kind kind, UUID about, String team) {
        record(kind, about, null, team, null);
    }

    private void record(Kind kind, UUID about, UUID branch, String team, Duty duty) {
        jdbc.sql("insert into app.security_event (at, kind, actor, about, branch, team, duty) values (?, ?, ?, ?, ?, ?, ?)")
                .params(Arrays.asList(Timestamp.from(clock.instant()), kind.name(), actor(), about, branch, team,
                        duty == null ? null : duty.name())).update();
    }

    /** Whether somebody else has made a password for that account since then, and so may have been its owner for a moment. */
    @Transactional(propagation = Propagation.MANDATORY, readOnly = true)
    public boolean hasGivenPassword(UUID account, Instant since) {
        return jdbc.sql("select 1 from app.security_event where about = ? and kind = 'PASSWORD_GIVEN' and at >= ? limit 1")
                .params(account, Timestamp.from(since)).query(Integer.class).optional().isPresent();
    }

    /** About the account of that patron; about the patron where there is none. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void recordOfPatron(Kind kind, UUID patron) {
        record(kind, jdbc.sql("select id from app.account where patron = ?").param(patron).query(UUID.class).optional()
                .orElse(patron));
    }

    /**
     * By nobody who is known.
     *
     * @param about the account, or null where there is none
     */
    @Transactional
    public void failed(Kind kind, UUID about) {
        failed(kind, null, about);
    }

    /** By who is signed in, with their own account. */
    @Transactional
    public void failedOwn(Kind kind, UUID account) {
        failed(kind, actor(), account);
    }

    private UUID actor() {
        return signedIn.person().map(CurrentUser::accountId).orElse(null);
    }

    private void failed(Kind kind, UUID actor, UUID about) {
        Instant now = clock.instant();
        // As for the count itself: that an account was written about must not be told by the time the answer takes.
        jdbc.sql("set local synchronous_commit = off").update();
        jdbc.sql("""
                insert into app.security_event (at, kind, actor, about)
                select :now, :kind, cast(:actor as uuid), cast(:about as uuid) where not exists (
                    select 1 from app.security_event
                    where at > :since and kind = :kind and about is not distinct from cast(:about as uuid))""")
                .param("now", Timestamp.from(now)).param("since", Timestamp.from(now.minus(BETWEEN_FAILURES)))
                .param("kind", kind.name()).param("actor", actor).param("about", about).update();
    }

    /** The latest first, from {@code offset} on; for administrators. */
    @Transactional(readOnly = true)
    public List<Entry> page(int offset, int limit) {
        signedIn.require(Role.ADMIN);
        List<Row> rows = jdbc.sql("""
                select e.at, e.kind, case when e.actor is not null then coalesce(a.display_name, '') end, o.display_name,
                        b.name, e.team, e.duty, case when o.id is null then e.about end
                from app.security_event e
                left join app.account a on a.id = e.actor
                left join app.account o on o.id = e.about
                left join app.branch b on b.id = e.branch
                order by e.id desc offset ? limit ?""").params(offset, limit)
                .query((row, i) -> new Row(new Entry(row.getTimestamp(1).toInstant(), Kind.valueOf(row.getString(2)),
                        row.getString(3), row.getString(4), row.getString(5), row.getString(6),
                        row.getString(7) == null ? null : Duty.valueOf(row.getString(7))), row.getObject(8, UUID.class)))
                .list();
        Set<UUID> patrons = rows.stream().map(Row::patron).filter(Objects::nonNull).collect(Collectors.toSet());
        Map<UUID, String> names = patrons.isEmpty() ? Map.of() : patronNames.of(patrons);
        return rows.stream().map(row -> row.patron() == null ? row.entry() : row.entry().about(names.get(row.patron())))
                .toList();
    }

    /** @param patron whom it is about, where that is no account */
    private record Row(Entry entry, UUID patron) {
    }

    /**
     * @param actor  display name of who did it: null where nobody was signed in, nothing where the account is gone
     * @param about  display name of the account's owner, or of the patron without one; or null
     * @param branch name, or null
     * @param team   what it was called then, or null
     * @param duty   or null
     */
    public record Entry(Instant at, Kind kind, String actor, String about, String branch, String team, Duty duty) {

        private Entry about(String patron) {
            return new Entry(at, kind, actor, patron, branch, team, duty);
        }
    }
}
