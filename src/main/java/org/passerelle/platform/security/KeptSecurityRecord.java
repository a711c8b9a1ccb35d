package org.passerelle.platform.security;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import org.passerelle.platform.retention.KeptData;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The security record, which nobody else takes anything out of. */
@Component
class KeptSecurityRecord implements KeptData {

    private final JdbcClient jdbc;
    private final Duration keepFor;

    KeptSecurityRecord(JdbcClient jdbc, @Value("${passerelle.keep.security-record:365d}") Duration keepFor) {
        this.jdbc = jdbc;
        this.keepFor = keepFor;
    }

    @Override
    public String key() {
        return "security-record";
    }

    @Override
    public Duration keepFor() {
        return keepFor;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public int forget(Instant before, int atMost) {
        return jdbc.sql("select app.forget_security_events(?, ?)").params(Timestamp.from(before), atMost)
                .query(Integer.class).single();
    }
}
