package org.passerelle.quarantine.delegate;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.passerelle.quarantine.CrateId;
import org.passerelle.quarantine.process.QuarantineProcess.Vars;
import org.passerelle.quarantine.service.QuarantineSteps;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the service tasks of {@code quarantine} call. */
@Configuration
class QuarantineDelegates {

    @Bean
    JavaDelegate quarantineRelease(QuarantineSteps steps) {
        return execution -> {
            CrateId crate = new CrateId(UUID.fromString(execution.getProcessBusinessKey()));
            execution.setVariable(Vars.TREATMENT_ASKED.name(), steps.release(crate));
        };
    }
}
