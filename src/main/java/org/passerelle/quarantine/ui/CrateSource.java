package org.passerelle.quarantine.ui;

import com.vaadin.flow.router.RouteConfiguration;
import java.util.List;
import java.util.Locale;
import org.passerelle.platform.ScannedCode;
import org.passerelle.platform.i18n.DateTimes;
import org.passerelle.platform.i18n.Messages;
import org.passerelle.platform.ui.Audience;
import org.passerelle.platform.ui.search.SearchResult;
import org.passerelle.platform.ui.search.SearchSource;
import org.passerelle.quarantine.domain.CrateState;
import org.passerelle.quarantine.service.CratePages;
import org.passerelle.quarantine.service.CratePages.FoundCrate;
import org.springframework.stereotype.Component;

/** Crates, for staff: by the code on their label. */
@Component
class CrateSource implements SearchSource {

    private final CratePages crates;
    private final Messages messages;

    CrateSource(CratePages crates, Messages messages) {
        this.crates = crates;
        this.messages = messages;
    }

    @Override
    public String kind() {
        return "search.kind.crate";
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    public Audience audience() {
        return Audience.AGENTS;
    }

    @Override
    public List<SearchResult> exact(ScannedCode code, Locale locale) {
        return crates.labelled(code).stream().map(crate -> result(crate, locale)).toList();
    }

    @Override
    public List<SearchResult> find(String words, int limit, Locale locale) {
        return crates.standing(words, limit).stream().map(crate -> result(crate, locale)).toList();
    }

    private SearchResult result(FoundCrate crate, Locale locale) {
        String state = messages.text(locale, "crate.state." + crate.state());
        if (crate.state() == CrateState.QUARANTINE && crate.releaseAt() != null) {
            state = messages.text(locale, "search.crate.until",
                    DateTimes.dayAndTime(crate.releaseAt(), crate.zone(), locale));
        }
        return new SearchResult(messages.text(locale, "quarantine.crate", crate.code()), crate.branchName() + " · " + state,
                messages.text(locale, crate.mayAct() ? "search.crate.next." + crate.state() : "search.crate.next.DONE"),
                RouteConfiguration.forSessionScope().getUrl(CrateView.class, crate.id().value().toString()));
    }
}
