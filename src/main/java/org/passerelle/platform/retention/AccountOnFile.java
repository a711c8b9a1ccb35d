package org.passerelle.platform.retention;

import java.util.List;
import java.util.Map;
import org.passerelle.platform.security.accounts.PatronSignIns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What the patron signs in with. */
@Component
class AccountOnFile implements PersonData {

    private final JdbcClient jdbc;
    private final PatronSignIns signIns;

    AccountOnFile(JdbcClient jdbc, PatronSignIns signIns) {
        this.jdbc = jdbc;
        this.signIns = signIns;
    }

    @Override
    public String key() {
        return "account";
    }

    @Override
    public List<Map<String, Object>> of(Person person) {
        return jdbc.sql("select username, display_name as \"displayName\", closed from app.account where id = ?")
                .param(person.account()).query().listOfRows();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void erase(Person person) {
        signIns.remove(person.patron());
    }
}
