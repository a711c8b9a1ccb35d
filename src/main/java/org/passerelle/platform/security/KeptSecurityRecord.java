package org.passerelle.platform.security;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import org.passerelle.platform.retention.KeptForAWhile;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The security record, which nobody else takes anything out of. */
@Component
class KeptSecurityRecord extends KeptForAWhile {

    private final JdbcClient jdbc;

    KeptSecurityRecord(JdbcClient jdbc, @Value("${passerelle.keep.security-record:365d}") Duration keepFor) {
        super("security-record", keepFor);
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public int forget(Instant before, int atMost) {
        return jdbc.sql("select app.forget_security_events(?, ?)").params(Timestamp.from(before), atMost)
                .query(Integer.class).single();
    }
}
