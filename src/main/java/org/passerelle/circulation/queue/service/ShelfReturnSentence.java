package org.passerelle.circulation.queue.service;

import java.time.ZoneId;
import java.util.List;
import org.passerelle.catalogue.CatalogueTopics;
import org.passerelle.catalogue.CopyInfo;
import org.passerelle.catalogue.CopyPlaces;
import org.passerelle.catalogue.PlaceKind;
import org.passerelle.circulation.queue.process.ShelfReturnProcess;
import org.passerelle.platform.network.NetworkZone;
import org.passerelle.platform.process.steps.CaseSentence;
import org.passerelle.platform.process.steps.CaseSentence.Said;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How a copy that stands apart is doing. */
@Configuration
class ShelfReturnSentence {

    @Bean
    CaseSentence sentenceOfShelfReturn(CopyPlaces copies, NetworkZone network) {
        return new CaseSentence(ShelfReturnProcess.KEY, copy -> copies.copies(List.of(copy)).stream().findFirst()
                .map(found -> said(found, network.zone())));
    }

    private static Said said(CopyInfo copy, ZoneId zone) {
        return new Said("said.shelf-return." + (copy.place() == PlaceKind.TO_SHELF ? "toPutBack" : "done"), zone,
                CatalogueTopics.TITLE.of(copy.title()), copy.titleText(), copy.shelfMark() == null ? "none" : copy.shelfMark());
    }
}
