package org.passerelle.platform.process;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * By what staff know the cases of one process: a code, a title, a barcode; nobody's name. A module contributes one as a
 * bean.
 *
 * @param names of those cases that exist
 */
public record CaseNames(String processKey, Function<Collection<UUID>, Map<UUID, String>> names) {

    /** @param sql takes the cases' ids and answers each with its name */
    public static CaseNames of(String processKey, JdbcClient jdbc, String sql) {
        return new CaseNames(processKey, cases -> {
            Map<UUID, String> names = new HashMap<>();
            jdbc.sql(sql).param(cases.toArray(UUID[]::new)).query(row -> {
                names.put(row.getObject(1, UUID.class), row.getString(2));
            });
            return names;
        });
    }
}
