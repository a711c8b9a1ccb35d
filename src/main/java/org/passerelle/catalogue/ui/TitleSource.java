package org.passerelle.catalogue.ui;

import com.vaadin.flow.router.RouteConfiguration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.catalogue.CatalogueSearch;
import org.passerelle.catalogue.FoundTitle;
import org.passerelle.catalogue.Isbns;
import org.passerelle.catalogue.SearchFilters;
import org.passerelle.platform.ScannedCode;
import org.passerelle.platform.i18n.DateTimes;
import org.passerelle.platform.i18n.Messages;
import org.passerelle.platform.ui.Audience;
import org.passerelle.platform.ui.search.SearchResult;
import org.passerelle.platform.ui.search.SearchSource;
import org.springframework.stereotype.Component;

/** Titles of the catalogue, for everybody: by ISBN, and by the words of the catalogue's own search. */
@Component
class TitleSource implements SearchSource {

    private final CatalogueSearch search;
    private final Messages messages;

    TitleSource(CatalogueSearch search, Messages messages) {
        this.search = search;
        this.messages = messages;
    }

    @Override
    public String kind() {
        return "search.kind.title";
    }

    @Override
    public int order() {
        return 50;
    }

    @Override
    public Audience audience() {
        return Audience.EVERYONE;
    }

    /** What cannot be an ISBN is not asked for. */
    @Override
    public List<SearchResult> exact(ScannedCode code, Locale locale) {
        return code.variants().stream().filter(read -> Isbns.thirteenDigits(read).isPresent()).findFirst()
                .map(isbn -> find(isbn, 2, locale)).orElse(List.of());
    }

    @Override
    public List<SearchResult> find(String words, int limit, Locale locale) {
        return search.search(words, SearchFilters.NONE, 0, limit).titles().stream()
                .map(found -> result(found, locale)).toList();
    }

    private SearchResult result(FoundTitle found, Locale locale) {
        String detail = Stream.of(found.title().author(), Objects.toString(found.title().year(), null),
                        messages.text(locale, "catalogue.material." + found.title().material()), availability(found, locale))
                .filter(Objects::nonNull).collect(Collectors.joining(" · "));
        return new SearchResult(found.title().title(), detail, messages.text(locale, "search.next.title"),
                RouteConfiguration.forSessionScope().getUrl(TitleView.class, found.title().id().toString()));
    }

    private String availability(FoundTitle found, Locale locale) {
        if (found.available() > 0) {
            return messages.text(locale, "catalogue.tag.available");
        }
        return found.branches().isEmpty() ? messages.text(locale, "catalogue.tag.noCopy") : found.expectedOn()
                .map(day -> messages.text(locale, "catalogue.expectedOn", DateTimes.shortDay(day, locale)))
                .orElseGet(() -> messages.text(locale, "catalogue.tag.out"));
    }
}
