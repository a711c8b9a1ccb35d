package org.passerelle.platform.ui.search;

import com.vaadin.flow.router.RouteConfiguration;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.passerelle.platform.i18n.Messages;
import org.passerelle.platform.security.SignedIn;
import org.passerelle.platform.ui.Audience;
import org.passerelle.platform.ui.MenuEntry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The screens of the menu, by their words. */
@Component
class ScreenSource implements SearchSource {

    private final ObjectProvider<MenuEntry> entries;
    private final SignedIn signedIn;
    private final Messages messages;

    ScreenSource(ObjectProvider<MenuEntry> entries, SignedIn signedIn, Messages messages) {
        this.entries = entries;
        this.signedIn = signedIn;
        this.messages = messages;
    }

    @Override
    public String kind() {
        return "search.kind.screen";
    }

    @Override
    public int order() {
        return 90;
    }

    @Override
    public Audience audience() {
        return Audience.EVERYONE;
    }

    @Override
    public List<SearchResult> find(String words, int limit, Locale locale) {
        List<String> parts = List.of(plain(words).split(" "));
        return MenuEntry.usable(entries.stream().toList(), signedIn.maybe()).stream()
                .filter(entry -> isMeant(parts, messages.text(locale, entry.messageKey()))).limit(limit)
                .map(entry -> new SearchResult(messages.text(locale, entry.messageKey()), "",
                        messages.text(locale, "search.next.screen"),
                        RouteConfiguration.forSessionScope().getUrl(entry.view()))).toList();
    }

    /** Each part begins a word of the screen's name. */
    private static boolean isMeant(List<String> parts, String name) {
        List<String> words = Arrays.asList(plain(name).split(" "));
        return parts.stream().allMatch(part -> words.stream().anyMatch(word -> word.startsWith(part)));
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "").toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }
}
