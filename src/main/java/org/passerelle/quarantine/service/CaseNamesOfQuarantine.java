package org.passerelle.quarantine.service;

import org.passerelle.platform.process.CaseNames;
import org.passerelle.quarantine.process.EmergencyReleaseProcess;
import org.passerelle.quarantine.process.QuarantineProcess;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A crate's case, and the request to open one early, are known by the code on the crate. */
@Configuration
class CaseNamesOfQuarantine {

    @Bean
    CaseNames crateCodes(JdbcClient jdbc) {
        return CaseNames.of(QuarantineProcess.KEY, jdbc, "select id, code from app.crate where id = any(?)");
    }

    @Bean
    CaseNames codesOfAskedReleases(JdbcClient jdbc) {
        return CaseNames.of(EmergencyReleaseProcess.KEY, jdbc, "select q.id, c.code from app.release_request q "
                + "join app.crate c on c.id = q.crate where q.id = any(?)");
    }
}
