package org.passerelle.circulation.desk.ui;

import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.router.RouteParameters;
import java.util.List;
import java.util.Locale;
import org.passerelle.patrons.service.Patrons;
import org.passerelle.platform.ScannedCode;
import org.passerelle.platform.i18n.Messages;
import org.passerelle.platform.ui.Audience;
import org.passerelle.platform.ui.search.SearchResult;
import org.passerelle.platform.ui.search.SearchSource;
import org.springframework.stereotype.Component;

/** Patrons, for staff: by card, and by name. */
@Component
class PatronSource implements SearchSource {

    private final Patrons patrons;
    private final Messages messages;

    PatronSource(Patrons patrons, Messages messages) {
        this.patrons = patrons;
        this.messages = messages;
    }

    @Override
    public String kind() {
        return "search.kind.patron";
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public Audience audience() {
        return Audience.AGENTS;
    }

    @Override
    public List<SearchResult> exact(ScannedCode code, Locale locale) {
        return patrons.withCard(code).stream().map(row -> result(row, locale)).toList();
    }

    @Override
    public List<SearchResult> find(String words, int limit, Locale locale) {
        return patrons.find(words, 0, limit).stream().map(row -> result(row, locale)).toList();
    }

    private SearchResult result(Patrons.Row patron, Locale locale) {
        String detail = messages.text(locale, "search.card", patron.cardNumber()) + " · "
                + messages.text(locale, "patron.category." + patron.category());
        return new SearchResult(patron.name(), patron.blocked()
                ? detail + " · " + messages.text(locale, "staff.blocked.tag") : detail,
                messages.text(locale, "search.next.patron"), RouteConfiguration.forSessionScope().getUrl(PatronsView.class,
                new RouteParameters("patron", patron.id().toString())));
    }
}
