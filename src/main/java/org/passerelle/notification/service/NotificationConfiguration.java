package org.passerelle.notification.service;

import org.passerelle.notification.domain.DeliverySettings;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration
@EnableConfigurationProperties(DeliverySettings.class)
class NotificationConfiguration {
}
