package org.passerelle.platform.ui.search;

import java.util.List;
import java.util.Locale;
import org.passerelle.platform.ScannedCode;
import org.passerelle.platform.ui.Audience;

/**
 * One kind of thing that the search field finds. A module contributes its own as beans, so that the frame knows no module.
 * Whoever {@link #audience} leaves out is not asked about; who may see what is decided by the services that a source asks.
 */
public interface SearchSource {

    /** The message key of the heading above what it finds. */
    String kind();

    /** Its place among the kinds, smallest first. */
    int order();

    Audience audience();

    /** The things that bear that code on a card, a label, a document; for staff in one statement. */
    default List<SearchResult> exact(ScannedCode code, Locale locale) {
        return List.of();
    }

    /** The best of what those words may mean, in a number of statements that does not depend on what is found. */
    List<SearchResult> find(String words, int limit, Locale locale);
}
