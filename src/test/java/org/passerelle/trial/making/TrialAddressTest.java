package org.passerelle.trial.making;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.boot.test.util.TestPropertyValues.Type;

/** Who may reach a library whose passwords stand on its sign-in page. */
class TrialAddressTest {

    private final ApplicationContextRunner settings = new ApplicationContextRunner()
            .withInitializer(new ConfigDataApplicationContextInitializer());

    @Test
    void thisMachineAloneUnlessToldOtherwise() {
        settings.withPropertyValues("spring.profiles.active=" + TrialLibrary.PROFILE).run(trial -> assertThat(
                InetAddress.getByName(trial.getEnvironment().getProperty("server.address")).isLoopbackAddress()).isTrue());
        settings.withPropertyValues("spring.profiles.active=" + TrialLibrary.PROFILE)
                .withInitializer(trial -> TestPropertyValues.of("SERVER_ADDRESS=0.0.0.0")
                        .applyTo(trial.getEnvironment(), Type.SYSTEM_ENVIRONMENT))
                .run(trial -> assertThat(trial.getEnvironment().getProperty("server.address")).isEqualTo("0.0.0.0"));
    }

    @Test
    void aRealLibraryListensToTheNetwork() {
        settings.run(real -> assertThat(real.getEnvironment().getProperty("server.address")).isNull());
    }
}
