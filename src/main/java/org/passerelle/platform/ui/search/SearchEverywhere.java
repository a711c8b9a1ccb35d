package org.passerelle.platform.ui.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.passerelle.platform.PlainText;
import org.passerelle.platform.ScannedCode;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.platform.security.SignedIn;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What all sources find for the person signed in. */
@Component
public class SearchEverywhere {

    /** As many results as are read at a glance. */
    public static final int MOST = 8;
    /** Characters; a letter alone means everything and nothing. */
    static final int SHORTEST = 2;
    static final int LONGEST = 200;

    private final ObjectProvider<SearchSource> sources;
    private final SignedIn signedIn;

    SearchEverywhere(ObjectProvider<SearchSource> sources, SignedIn signedIn) {
        this.sources = sources;
        this.signedIn = signedIn;
    }

    /** @param kind message key of what they are */
    public record Group(String kind, List<SearchResult> results) {
    }

    /** What bears exactly that code, scanned or typed. */
    public List<Group> exact(String typed, Locale locale) {
        ScannedCode code = new ScannedCode(cut(typed));
        return code.variants().stream().noneMatch(SearchEverywhere::mayBeACode) ? List.of()
                : groups(source -> source.exact(code, locale));
    }

    /** What bears that code; where nothing does, what the words may mean. */
    public List<Group> find(String typed, Locale locale) {
        String words = PlainText.words(cut(typed));
        if (words.length() < SHORTEST) {
            return List.of();
        }
        List<Group> exact = exact(typed, locale);
        return exact.isEmpty() ? groups(source -> source.find(words, MOST, locale)) : exact;
    }

    /** Every code has a digit; names and titles are not looked up as codes while they are typed. */
    private static boolean mayBeACode(String read) {
        return read.length() >= SHORTEST && read.chars().anyMatch(Character::isDigit);
    }

    private static String cut(String typed) {
        return typed.length() <= LONGEST ? typed : typed.substring(0, typed.offsetByCodePoints(0, LONGEST / 2));
    }

    private List<Group> groups(Function<SearchSource, List<SearchResult>> ask) {
        Optional<CurrentUser> user = signedIn.maybe();
        if (user.isEmpty() && signedIn.person().isPresent()) {
            // Who must choose a password first finds nothing.
            return List.of();
        }
        return fairly(sources.stream().filter(source -> source.audience().includes(user))
                .sorted(Comparator.comparingInt(SearchSource::order))
                .map(source -> new Group(source.kind(), ask.apply(source)))
                .filter(group -> !group.results().isEmpty()).toList());
    }

    /** The best of each kind, then the second best, until there are as many as are shown. */
    private static List<Group> fairly(List<Group> all) {
        int[] taken = new int[all.size()];
        int total = 0;
        for (int rank = 0; rank < MOST; rank++) {
            for (int i = 0; i < taken.length && total < MOST; i++) {
                if (all.get(i).results().size() > rank) {
                    taken[i]++;
                    total++;
                }
            }
        }
        List<Group> shown = new ArrayList<>();
        for (int i = 0; i < taken.length; i++) {
            if (taken[i] > 0) {
                shown.add(new Group(all.get(i).kind(), List.copyOf(all.get(i).results().subList(0, taken[i]))));
            }
        }
        return shown;
    }
}
