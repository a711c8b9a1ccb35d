package org.passerelle.circulation.drive.delegate;

import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.passerelle.circulation.ReservationId;
import org.passerelle.circulation.drive.service.DrivePickupSteps;
import org.passerelle.circulation.reservations.domain.ReservationOutcome;
import org.passerelle.circulation.reservations.process.DrivePickupProcess.Vars;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the service tasks of {@code drive-pickup} call: each reads the key, calls the step, writes the flag. */
@Configuration
class DrivePickupDelegates {

    @Bean
    JavaDelegate drivePickupNotifyReady(DrivePickupSteps steps) {
        return execution -> steps.tellReady(reservation(execution));
    }

    @Bean
    JavaDelegate drivePickupRemindPatron(DrivePickupSteps steps) {
        return execution -> steps.remind(reservation(execution));
    }

    @Bean
    JavaDelegate drivePickupKeepReservation(DrivePickupSteps steps) {
        return execution -> steps.keep(reservation(execution));
    }

    @Bean
    JavaDelegate drivePickupOfferNewSlot(DrivePickupSteps steps) {
        return execution -> {
            Instant until = steps.offerNewSlot(reservation(execution));
            execution.setVariable(Vars.OFFER_OVER_AT.name(), Date.from(until));
            execution.setVariable(Vars.OFFER_LEFT.name(), false);
        };
    }

    @Bean
    JavaDelegate drivePickupTellCancelled(DrivePickupSteps steps) {
        return execution -> steps.tellCancelled(reservation(execution),
                Boolean.TRUE.equals(execution.getVariable(Vars.SPOKEN.name())));
    }

    @Bean
    JavaDelegate drivePickupCloseMissed(DrivePickupSteps steps) {
        return execution -> {
            boolean leftToPutBack = steps.closeMissed(reservation(execution));
            execution.setVariable(Vars.LEFT_TO_PUT_BACK.name(), leftToPutBack);
            execution.setVariable(Vars.OUTCOME.name(), ReservationOutcome.NO_SHOW.name());
        };
    }

    @Bean
    JavaDelegate drivePickupTellNothingFound(DrivePickupSteps steps) {
        return execution -> steps.tellNothingFound(reservation(execution));
    }

    private static ReservationId reservation(DelegateExecution execution) {
        return new ReservationId(UUID.fromString(execution.getProcessBusinessKey()));
    }
}
