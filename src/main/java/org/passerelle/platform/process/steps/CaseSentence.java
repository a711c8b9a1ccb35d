package org.passerelle.platform.process.steps;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.passerelle.platform.ui.live.Topic;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A module says in one sentence how the cases of one process stand, as its rows have it: what people would answer when they
 * are asked. It contributes one as a bean. At most one statement.
 *
 * @param said empty where there is no such case (any more)
 */
public record CaseSentence(String processKey, Function<UUID, Optional<Said>> said) {

    /** @param sql has one parameter, the case's id */
    public static CaseSentence of(String processKey, JdbcClient jdbc, String sql, SaidOfRow said) {
        return new CaseSentence(processKey, id -> jdbc.sql(sql).param(id).query((row, n) -> said.of(row)).optional());
    }

    /** @see #of */
    public interface SaidOfRow {

        Said of(ResultSet row) throws SQLException;
    }

    /**
     * @param zone whose clock its instants are told by
     * @param news what changes with it: open screens follow that, or null
     * @param args plain text, a number, a message key in whose place its text is told, an {@link Instant} told as short as
     *             it can be, or an {@link At}
     * @param steps what the same rows know of the case's steps
     */
    public record Said(String messageKey, ZoneId zone, Topic news, List<Object> args, List<StepFact> steps) {

        public Said(String messageKey, ZoneId zone, Topic news, Object... args) {
            this(messageKey, zone, news, List.of(args), List.of());
        }

        public Said knowing(List<StepFact> facts) {
            return new Said(messageKey, zone, news, args, facts);
        }
    }

    /** An instant with the word that stands before an hour: at 4:30 pm. */
    public record At(Instant instant) {
    }

    /** @return an {@link At}, or no words where there is no such instant */
    public static Object at(ResultSet row, String column) throws SQLException {
        Timestamp instant = row.getTimestamp(column);
        return instant == null ? "" : new At(instant.toInstant());
    }

    /** @return an {@link Instant}, or no words where there is none */
    public static Object instant(ResultSet row, String column) throws SQLException {
        Timestamp instant = row.getTimestamp(column);
        return instant == null ? "" : instant.toInstant();
    }
}
