package org.passerelle.notification.domain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the outbox page by page: one statement for a page, one for its length. */
@Component
public class OutboxList {

    /** search_form leaves letters, digits and spaces alone, so nothing typed is a wildcard. */
    private static final String MATCHING = """
            from app.outbox_message m where m.state = any(:states) and not m.confidential
            and (cast(:branch as uuid) is null or m.branch = :branch)
            and m.search_text like all (
                select '%' || word || '%' from unnest(string_to_array(app.search_form(:words), ' ')) as word)
            """;

    private final JdbcClient jdbc;

    OutboxList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Line> page(OutboxFilter filter, int offset, int limit) {
        return matching("""
                select m.id, m.recipient_name, m.reference, m.subject, m.state, m.created_at, m.branch
                """ + MATCHING + "order by m.created_at desc, m.id offset :offset limit :limit", filter)
                .param("offset", offset).param("limit", limit)
                .query((row, i) -> new Line(row.getObject(1, UUID.class), row.getString(2), row.getString(3),
                        row.getString(4), MessageState.valueOf(row.getString(5)), row.getTimestamp(6).toInstant(),
                        row.getObject(7, UUID.class)))
                .list();
    }

    public int count(OutboxFilter filter) {
        return matching("select count(*) " + MATCHING, filter).query(Integer.class).single();
    }

    private JdbcClient.StatementSpec matching(String sql, OutboxFilter filter) {
        return jdbc.sql(sql)
                .param("states", filter.group().states().stream().map(Enum::name).toArray(String[]::new))
                .param("branch", filter.branch())
                .param("words", filter.words());
    }

    /** One message as the list shows it. */
    public record Line(UUID id, String name, String reference, String subject, MessageState state, Instant created,
                       UUID branch) {
    }
}
