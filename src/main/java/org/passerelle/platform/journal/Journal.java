package org.passerelle.platform.journal;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.passerelle.platform.CommonRefusal;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.network.NetworkZone;
import org.passerelle.platform.process.CaseRef;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.platform.security.Role;
import org.passerelle.platform.security.SignedIn;
import org.passerelle.platform.time.AppClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The append-only history of cases, in words: who, what, when, by which channel. Entries hold message keys and
 * arguments that identify no person; names are looked up when the story is shown.
 */
@Component
public class Journal {

    /** What was done by mistake is taken back within ten minutes: the ten seconds of the offer, and whatever a person hesitates. */
    public static final Duration TAKEN_BACK_WITHIN = Duration.ofMinutes(10);

    private static final String COLLEAGUE = "COLLEAGUE";

    private final JdbcClient jdbc;
    private final AppClock clock;
    private final SignedIn signedIn;
    private final NetworkZone network;

    Journal(JdbcClient jdbc, AppClock clock, SignedIn signedIn, NetworkZone network) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.signedIn = signedIn;
        this.network = network;
    }

    /** Records for the person signed in, or for the system where a job does it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(CaseRef process, Channel channel, String messageKey, Object... args) {
        recordAbout(null, process, channel, messageKey, args);
    }

    /** The same, for a gesture that concerns a colleague. @param about their account, or null */
    @Transactional(propagation = Propagation.MANDATORY)
    public void recordAbout(UUID about, CaseRef process, Channel channel, String messageKey, Object... args) {
        UUID actor = signedIn.maybe().map(user -> user.accountId()).orElse(null);
        jdbc.sql("""
                insert into app.journal_entry (process_key, case_id, at, actor, about, channel, message_key, args)
                values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(Arrays.asList(process.processKey(), process.id(), Timestamp.from(clock.instant()), actor, about,
                        channel.name(), messageKey, Stream.of(args).map(String::valueOf).toArray(String[]::new)))
                .update();
    }

    /** The same entry, but for its first argument, for many cases at once. One statement. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void recordAll(String processKey, Channel channel, String messageKey, Map<UUID, Object> argument,
                          Object... others) {
        List<UUID> cases = List.copyOf(argument.keySet());
        jdbc.sql("""
                insert into app.journal_entry (process_key, case_id, at, actor, channel, message_key, args)
                select ?, n.case_id, ?, ?, ?, ?, n.argument || cast(? as text[])
                from unnest(cast(? as uuid[]), cast(? as text[])) as n (case_id, argument)""")
                .params(Arrays.asList(processKey, Timestamp.from(clock.instant()),
                        signedIn.maybe().map(user -> user.accountId()).orElse(null), channel.name(), messageKey,
                        Stream.of(others).map(String::valueOf).toArray(String[]::new),
                        cases.toArray(UUID[]::new),
                        cases.stream().map(id -> String.valueOf(argument.get(id))).toArray(String[]::new)))
                .update();
    }

    /**
     * Records for nobody: neither who nor when within the day is kept, whoever is signed in, nor in which order such entries
     * of a day were made. Nothing else that the transaction writes may name the person, or the two could be joined.
     *
     * @param args the same whoever does it
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void recordAnonymously(CaseRef process, String messageKey, Object... args) {
        ZoneId zone = network.zone();
        jdbc.sql("""
                insert into app.journal_anonymous (id, process_key, case_id, day, zone, message_key, args)
                values (?, ?, ?, ?, ?, ?, ?)""")
                .params(UUID.randomUUID(), process.processKey(), process.id(),
                        LocalDate.ofInstant(clock.instant(), zone), zone.getId(), messageKey,
                        Stream.of(args).map(String::valueOf).toArray(String[]::new))
                .update();
    }

    /** The stories of cases about a person that are forgotten whole. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void forget(String processKey, Collection<UUID> cases) {
        jdbc.sql("delete from app.journal_entry where process_key = ? and case_id = any(?)")
                .params(processKey, cases.toArray(UUID[]::new)).update();
    }

    /** The story of one case, oldest first. Of a day, what nobody is named for stands first, by its words. */
    @Transactional(readOnly = true)
    public List<Entry> story(CaseRef process) {
        return jdbc.sql("""
                select j.at, a.display_name as actor, o.display_name as about, j.channel, j.message_key, j.args, j.id as written,
                    null as random
                from app.journal_entry j
                left join app.account a on a.id = j.actor
                left join app.account o on o.id = j.about
                where j.process_key = :process and j.case_id = :case
                union all
                select n.day::timestamp at time zone n.zone, null, null, :anonymous, n.message_key, n.args, null, n.id
                from app.journal_anonymous n where n.process_key = :process and n.case_id = :case
                order by at, written nulls first, message_key, random""")
                .param("process", process.processKey()).param("case", process.id())
                .param("anonymous", Channel.ANONYMOUS.name())
                .query((row, i) -> new Entry(row.getTimestamp(1).toInstant(), row.getString(2),
                        row.getString(3), Channel.valueOf(row.getString(4)), row.getString(5),
                        List.of((String[]) row.getArray(6).getArray())))
                .list();
    }

    /**
     * What is said to whoever comes to do what one of such entries tells: that it is done, and by whom. Names are for
     * staff. Where there is none it is no longer to be done, and nobody is made responsible.
     */
    @Transactional(readOnly = true)
    public <T> Outcome<T> alreadyDone(CaseRef process, String... messageKeys) {
        return alreadyDoneTo(process, null, messageKeys);
    }

    /** The same where several things of a case may each be done. @param what the first argument of the entry, or null for any */
    @Transactional(readOnly = true)
    public <T> Outcome<T> alreadyDoneTo(CaseRef process, String what, String... messageKeys) {
        return jdbc.sql("""
                select j.actor, a.display_name, a.role, j.channel from app.journal_entry j
                left join app.account a on a.id = j.actor
                where j.process_key = :process and j.case_id = :id and j.message_key = any(:keys)
                    and (cast(:what as text) is null or j.args[1] = :what) order by j.at desc, j.id desc limit 1""")
                .param("process", process.processKey()).param("id", process.id()).param("keys", messageKeys).param("what", what)
                .query((row, i) -> {
                    String who = who(row.getObject(1, UUID.class), row.getString(3), Channel.valueOf(row.getString(4)));
                    return Outcome.<T>refused(CommonRefusal.ALREADY_DONE, who,
                            COLLEAGUE.equals(who) ? row.getString(2) : "");
                })
                .optional().orElseGet(() -> Outcome.refused(CommonRefusal.NO_LONGER_TO_DO));
    }

    /** Whether the last of such entries of the case is of the person signed in, and recent enough to be taken back. */
    @Transactional(readOnly = true)
    public boolean canBeTakenBack(CaseRef process, String... messageKeys) {
        Optional<CurrentUser> user = signedIn.maybe();
        return user.isPresent() && jdbc.sql("""
                select j.actor = :me and j.at >= :since from app.journal_entry j
                where j.process_key = :process and j.case_id = :id and j.message_key = any(:keys)
                order by j.at desc, j.id desc limit 1""")
                .param("me", user.get().accountId()).param("since", Timestamp.from(clock.instant().minus(TAKEN_BACK_WITHIN)))
                .param("process", process.processKey()).param("id", process.id()).param("keys", messageKeys)
                .query((row, i) -> row.getBoolean(1)).optional().orElse(false);
    }

    /** A word for the message to choose by. */
    private String who(UUID actor, String role, Channel channel) {
        Optional<CurrentUser> reader = signedIn.maybe();
        if (actor != null && reader.filter(user -> actor.equals(user.accountId())).isPresent()) {
            return "YOU";
        }
        if (Role.PATRON.name().equals(role) || actor == null && channel == Channel.ONLINE) {
            return "PATRON";
        }
        if (actor == null) {
            return "ITSELF";
        }
        return role != null && reader.filter(CurrentUser::isStaff).isPresent() ? COLLEAGUE : "SOMEBODY";
    }

    /** By which way the gesture came to the library. */
    public enum Channel {
        ONLINE, PHONE, LETTER, DESK, STAFF, SYSTEM,
        /** Told of what is recorded for nobody, for a whole day. */
        ANONYMOUS
    }

    /**
     * @param at    the beginning of its day in the network where the channel is {@link Channel#ANONYMOUS}
     * @param actor display name of who did it, or null for the system and where it is anonymous
     * @param about display name of the colleague it concerns, or null
     */
    public record Entry(Instant at, String actor, String about, Channel channel, String messageKey, List<String> args) {
    }
}
