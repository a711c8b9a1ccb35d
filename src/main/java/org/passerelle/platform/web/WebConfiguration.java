package org.passerelle.platform.web;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
@EnableConfigurationProperties({RequestSettings.class, VisitSettings.class})
class WebConfiguration {

    /** Comes after Spring Boot's own customizer, whose valve finds out where a request comes from. */
    @Bean
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> fairShares(RequestSettings settings) {
        return server -> server.addEngineValves(new FairShare(settings));
    }
}
