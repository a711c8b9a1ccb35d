package org.passerelle.platform.time;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class TimeConfiguration {

    @Bean
    AppClock clock() {
        return new AppClock();
    }
}
