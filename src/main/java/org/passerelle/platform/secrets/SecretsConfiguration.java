package org.passerelle.platform.secrets;

import java.nio.file.Path;
import org.passerelle.platform.process.ProcessLifecycle;
import org.passerelle.platform.process.StartStep;
import org.passerelle.platform.secrets.KeysetUnusable.Why;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class SecretsConfiguration {

    /**
     * @param file   where the keys are; outside the database, or whoever holds one holds both
     * @param make   whether they are made where there are none: the trial's are
     * @param newKey for one start, to seal with another key from then on
     */
    @Bean
    Keyset keyset(@Value("${passerelle.secrets.keyset:}") String file, @Value("${passerelle.secrets.make:false}") boolean make,
                  @Value("${passerelle.secrets.new-key:false}") boolean newKey) {
        if (file.isBlank()) {
            throw new KeysetUnusable(Why.NOT_NAMED, "What is sealed in the database needs keys, and no file of them is named.", null);
        }
        return Keyset.of(Path.of(file), make, newKey);
    }

    /** Before people come, what an older key has sealed is sealed with the newest. */
    @Bean
    StartStep sealingAnew(SealedTexts texts) {
        return new StartStep(ProcessLifecycle.DEPLOYED + 1) {
            @Override
            protected void run() {
                while (texts.sealAnew() > 0) {
                    continue;
                }
            }
        };
    }
}
