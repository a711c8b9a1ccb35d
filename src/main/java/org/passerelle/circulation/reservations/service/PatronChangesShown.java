package org.passerelle.circulation.reservations.service;

import java.util.UUID;
import org.passerelle.circulation.ReservationId;
import org.passerelle.patrons.PatronChanged;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whoever works for a patron sees the name, and that the card is blocked, as they stand now. */
@Component
class PatronChangesShown {

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    PatronChangesShown(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    @EventListener
    void changed(PatronChanged change) {
        events.publishEvent(ReservationNews.PATRON_TOPIC.of(change.patron()));
        jdbc.sql("select id, branch from app.reservation where patron = ? and outcome is null").param(change.patron())
                .query(row -> {
                    events.publishEvent(ReservationNews.of(new ReservationId(row.getObject("id", UUID.class))));
                    events.publishEvent(ReservationNews.DAY_TOPIC.of(row.getObject("branch", UUID.class)));
                });
    }
}
