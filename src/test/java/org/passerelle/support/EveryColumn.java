package org.passerelle.support;

import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks for something in every column of every table, the engine's too, as text or as the bytes of one. */
public final class EveryColumn {

    private EveryColumn() {
    }

    /** As table.column. */
    public static List<String> with(JdbcClient jdbc, String word) {
        List<String> found = new ArrayList<>();
        jdbc.sql("""
                select table_schema, table_name, column_name, data_type from information_schema.columns
                where table_schema in ('app', 'public')""").query((row, i) -> List.of(row.getString(1), row.getString(2),
                        row.getString(3), row.getString(4))).list().forEach(column -> {
            String quoted = "\"" + column.get(2) + "\"";
            String text = column.get(3).equals("bytea") ? "encode(" + quoted + ", 'escape')" : quoted + "::text";
            if (jdbc.sql("select exists (select 1 from " + column.get(0) + "." + column.get(1) + " where strpos(" + text + ", ?) > 0)")
                    .param(word).query(Boolean.class).single()) {
                found.add(column.get(1) + "." + column.get(2));
            }
        });
        return found;
    }
}
