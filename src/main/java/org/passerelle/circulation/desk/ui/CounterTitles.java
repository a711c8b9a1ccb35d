package org.passerelle.circulation.desk.ui;

import org.passerelle.catalogue.CatalogueSearch;
import org.passerelle.catalogue.CopyPlaces;
import org.passerelle.circulation.reservations.service.PatronHoldings;
import org.passerelle.platform.ui.live.LiveUpdates;
import org.springframework.stereotype.Component;

/** Where the titles of a basket come from, what the patron has of them, and who tells that they are taken or back. */
@Component
record CounterTitles(CatalogueSearch search, CopyPlaces copies, PatronHoldings holdings, LiveUpdates live) {
}
