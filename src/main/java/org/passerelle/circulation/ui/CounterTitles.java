package org.passerelle.circulation.ui;

import org.passerelle.catalogue.CatalogueSearch;
import org.passerelle.catalogue.CopyPlaces;
import org.passerelle.platform.ui.live.LiveUpdates;
import org.springframework.stereotype.Component;

/** Where the titles of a basket come from, and who tells that they are taken or back. */
@Component
record CounterTitles(CatalogueSearch search, CopyPlaces copies, LiveUpdates live) {
}
