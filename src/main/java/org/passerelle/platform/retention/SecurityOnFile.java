package org.passerelle.platform.retention;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was done about the patron's account, and about the patron. */
@Component
class SecurityOnFile implements PersonData {

    private final JdbcClient jdbc;

    SecurityOnFile(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String key() {
        return "security";
    }

    @Override
    public List<Map<String, Object>> of(Person person) {
        return jdbc.sql("""
                select at, kind as what from app.security_event
                where about = :patron or about = cast(:account as uuid) or actor = cast(:account as uuid) order by id""")
                .param("patron", person.patron()).param("account", person.account()).query().listOfRows();
    }

    /** The record holds ids alone, which lead to nobody once the account and the patron are gone. */
    @Override
    public void erase(Person person) {
        // Nothing to take out: that somebody was erased, and by whom, has to stay.
    }
}
