package org.passerelle.notification.service;

import org.passerelle.notification.domain.DeliverySettings;
import org.passerelle.notification.process.MessageDeliveryProcess;
import org.passerelle.platform.process.CaseNames;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration
@EnableConfigurationProperties(DeliverySettings.class)
class NotificationConfiguration {

    @Bean
    CaseNames subjectsOfMessages(JdbcClient jdbc) {
        return CaseNames.of(MessageDeliveryProcess.KEY, jdbc, "select id, subject from app.outbox_message "
                + "where id = any(?) and not confidential");
    }
}
