package org.passerelle.patrons.service;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.passerelle.platform.retention.KeptForAWhile;
import org.passerelle.platform.retention.Person;
import org.passerelle.platform.retention.PersonData;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Addresses that patrons have given and not confirmed in time: nothing asks for them any more. */
@Component
class KeptEmailChanges extends KeptForAWhile implements PersonData {

    private final JdbcClient jdbc;

    KeptEmailChanges(JdbcClient jdbc, @Value("${passerelle.keep.email-changes:1d}") Duration keepFor) {
        super("email-changes", keepFor);
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public int forget(Instant before, int atMost) {
        return jdbc.sql("""
                delete from app.patron_email_change where patron in (
                    select patron from app.patron_email_change where lapses_at < ? limit ? for update skip locked)""")
                .params(Timestamp.from(before), atMost).update();
    }

    @Override
    public List<Map<String, Object>> of(Person person) {
        return jdbc.sql("select email, asked_at as asked, lapses_at as lapses from app.patron_email_change where patron = ?")
                .param(person.patron()).query().listOfRows();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void erase(Person person) {
        jdbc.sql("delete from app.patron_email_change where patron = ?").param(person.patron()).update();
    }
}
