package org.passerelle.circulation.waiting.service;

import org.passerelle.circulation.queue.process.CopyOfferProcess;
import org.passerelle.circulation.queue.process.ShelfReturnProcess;
import org.passerelle.circulation.reservations.process.DrivePickupProcess;
import org.passerelle.circulation.waiting.process.WaitingTitleProcess;
import org.passerelle.platform.process.CaseNames;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** By what staff know a reservation, a wait, and a copy that stands apart. */
@Configuration
class CaseNamesOfCirculation {

    private static final String BARCODES = "select id, barcode from app.copy where id = any(?)";

    @Bean
    CaseNames reservationCodes(JdbcClient jdbc) {
        return CaseNames.of(DrivePickupProcess.KEY, jdbc, "select id, code from app.reservation where id = any(?)");
    }

    @Bean
    CaseNames titlesWaitedFor(JdbcClient jdbc) {
        return CaseNames.of(WaitingTitleProcess.KEY, jdbc, "select w.id, t.title from app.title_wait w "
                + "join app.title t on t.id = w.title where w.id = any(?)");
    }

    @Bean
    CaseNames barcodesOfOffered(JdbcClient jdbc) {
        return CaseNames.of(CopyOfferProcess.KEY, jdbc, BARCODES);
    }

    @Bean
    CaseNames barcodesToPutBack(JdbcClient jdbc) {
        return CaseNames.of(ShelfReturnProcess.KEY, jdbc, BARCODES);
    }
}
