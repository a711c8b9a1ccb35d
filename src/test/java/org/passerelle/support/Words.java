package org.passerelle.support;

import org.camunda.bpm.engine.ProcessEngine;
import org.passerelle.catalogue.Cataloguing;
import org.passerelle.circulation.drive.Drive;
import org.passerelle.circulation.waiting.Waiting;
import org.passerelle.platform.network.BranchRepository;
import org.passerelle.platform.security.SignedIn;
import org.passerelle.quarantine.QuarantineRoom;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The beans by which tests speak to the product and watch it, in their own process or in another. */
@TestConfiguration
@Import({Drive.class, Waiting.class, QuarantineRoom.class})
public class Words {

    @Bean
    static Statements.Counter statementCounter() {
        return new Statements.Counter();
    }

    @Bean
    Engine engine(ProcessEngine engine) {
        return new Engine(engine);
    }

    @Bean
    CatalogueFixture catalogueFixture(Cataloguing cataloguing, BranchRepository branches, SignedIn signedIn) {
        return new CatalogueFixture(cataloguing, branches, signedIn);
    }
}
