package org.passerelle.quarantine.copies.ui;

import java.util.List;
import java.util.Locale;
import org.passerelle.catalogue.CopyFinder.FoundCopy;
import org.passerelle.catalogue.ui.CopyLink;
import org.passerelle.catalogue.ui.PlaceWords;
import org.passerelle.platform.ScannedCode;
import org.passerelle.platform.i18n.Messages;
import org.passerelle.platform.ui.Audience;
import org.passerelle.platform.ui.search.SearchResult;
import org.passerelle.platform.ui.search.SearchSource;
import org.passerelle.quarantine.copies.service.CopyStories;
import org.springframework.stereotype.Component;

/** Copies, for staff: by barcode, and by how their shelf mark or barcode begins. */
@Component
class CopySource implements SearchSource {

    private final CopyStories stories;
    private final PlaceWords places;
    private final Messages messages;

    CopySource(CopyStories stories, PlaceWords places, Messages messages) {
        this.stories = stories;
        this.places = places;
        this.messages = messages;
    }

    @Override
    public String kind() {
        return "search.kind.copy";
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public Audience audience() {
        return Audience.AGENTS;
    }

    @Override
    public List<SearchResult> exact(ScannedCode code, Locale locale) {
        return stories.withBarcode(code).stream().map(copy -> result(copy, locale)).toList();
    }

    @Override
    public List<SearchResult> find(String words, int limit, Locale locale) {
        return stories.marked(words, limit).stream().map(copy -> result(copy, locale)).toList();
    }

    private SearchResult result(FoundCopy copy, Locale locale) {
        return new SearchResult(copy.titleAndAuthor(), copy.barcode() + " · " + copy.where().branchName() + " · "
                + places.of(copy.where(), locale), messages.text(locale, "search.next.copy"),
                CopyLink.address(copy.barcode()));
    }
}
