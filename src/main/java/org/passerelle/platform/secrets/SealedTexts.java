package org.passerelle.platform.secrets;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.platform.security.SignedIn;
import org.passerelle.platform.time.AppClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Texts about one person that are sealed at rest, each for its own row: one that is put in another's place does not open. Who
 * may read one its module decides; that somebody has read it is written here, and told to the person whom it is about.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class SealedTexts {

    private static final int BATCH = 200;

    private final Keyset keyset;
    private final JdbcClient jdbc;
    private final SignedIn signedIn;
    private final AppClock clock;

    SealedTexts(Keyset keyset, JdbcClient jdbc, SignedIn signedIn, AppClock clock) {
        this.keyset = keyset;
        this.jdbc = jdbc;
        this.signedIn = signedIn;
        this.clock = clock;
    }

    /**
     * @param about the account of whom it is about
     * @param kind  what it is, the last part of the message key {@code sealed.<kind>}
     */
    public UUID seal(UUID about, String kind, String text) {
        UUID id = UUID.randomUUID();
        jdbc.sql("insert into app.sealed_text (id, about, kind, sealed) values (?, ?, ?, ?)")
                .params(id, about, kind, sealed(id, text)).update();
        return id;
    }

    /** Another text in its place. */
    public void sealAgain(UUID id, String text) {
        if (jdbc.sql("update app.sealed_text set sealed = ? where id = ?").params(sealed(id, text), id).update() == 0) {
            throw new IllegalArgumentException("there is no sealed text " + id);
        }
    }

    /** For who is signed in, who is written down as its reader; whom it is about reads without a trace. */
    public Optional<String> open(UUID id) {
        CurrentUser reader = signedIn.maybe().orElseThrow();
        return row(id).map(row -> {
            if (!row.about().equals(reader.accountId())) {
                jdbc.sql("insert into app.sealed_reading (id, text, about, kind, reader, at) values (?, ?, ?, ?, ?, ?)")
                        .params(UUID.randomUUID(), id, row.about(), row.kind(), reader.accountId(), Timestamp.from(clock.instant()))
                        .update();
            }
            return text(id, row.sealed());
        });
    }

    /** For a step of the process itself, which shows it to nobody. */
    public Optional<String> forStep(UUID id) {
        return row(id).map(row -> text(id, row.sealed()));
    }

    public void forget(Collection<UUID> ids) {
        jdbc.sql("delete from app.sealed_text where id = any(?)").param(ids.toArray(UUID[]::new)).update();
    }

    /** @param reader display name, or null where the account is gone */
    public record Reading(String kind, String reader, Instant at) {

        public String messageKey() {
            return "sealed." + kind;
        }
    }

    /** Who has read what is about the person signed in, the latest first; at most a hundred. */
    public List<Reading> readingsOfMine() {
        return jdbc.sql("""
                select r.kind, a.display_name, r.at from app.sealed_reading r left join app.account a on a.id = r.reader
                where r.about = ? order by r.at desc, r.id limit 100""").param(signedIn.maybe().orElseThrow().accountId())
                .query((row, i) -> new Reading(row.getString(1), row.getString(2), row.getTimestamp(3).toInstant())).list();
    }

    /** Readings from before that instant; what was read is forgotten with its own. @return how many, at most that many */
    public int forgetReadings(Instant before, int atMost) {
        return jdbc.sql("""
                delete from app.sealed_reading where id in (select id from app.sealed_reading where at < ? limit ?)""")
                .params(Timestamp.from(before), atMost).update();
    }

    /** Seals some of what an older key has sealed with the newest. @return how many */
    @Transactional
    public int sealAnew() {
        List<UUID> older = jdbc.sql("select id from app.sealed_text where substring(sealed from 1 for 5) <> ? limit ? for update")
                .params(keyset.mark(), BATCH).query(UUID.class).list();
        older.forEach(id -> sealAgain(id, text(id, row(id).orElseThrow().sealed())));
        return older.size();
    }

    private record Row(UUID about, String kind, byte[] sealed) {
    }

    private Optional<Row> row(UUID id) {
        return jdbc.sql("select about, kind, sealed from app.sealed_text where id = ?").param(id)
                .query((row, i) -> new Row(row.getObject(1, UUID.class), row.getString(2), row.getBytes(3))).optional();
    }

    private byte[] sealed(UUID id, String text) {
        return keyset.seal(text.getBytes(StandardCharsets.UTF_8), bytes(id));
    }

    private String text(UUID id, byte[] sealed) {
        return new String(keyset.open(sealed, bytes(id)), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16).putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits()).array();
    }
}
