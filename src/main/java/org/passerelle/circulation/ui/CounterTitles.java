package org.passerelle.circulation.ui;

import org.passerelle.catalogue.CatalogueSearch;
import org.passerelle.catalogue.CopyPlaces;
import org.springframework.stereotype.Component;

/** Where the titles of a basket come from. */
@Component
record CounterTitles(CatalogueSearch search, CopyPlaces copies) {
}
