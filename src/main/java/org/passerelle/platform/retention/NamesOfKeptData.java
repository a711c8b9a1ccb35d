package org.passerelle.platform.retention;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.platform.process.CaseNames;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A night's case is known by the key of what is forgotten, as settings and figures name it. */
@Configuration
class NamesOfKeptData {

    @Bean
    CaseNames keysOfKeptData(List<KeptData> kept) {
        return new CaseNames(RetentionProcess.KEY, cases -> {
            Map<UUID, String> names = new HashMap<>();
            kept.forEach(data -> names.put(RetentionProcess.caseOf(data.key()).id(), data.key()));
            names.keySet().retainAll(cases);
            return names;
        });
    }
}
