package org.passerelle.platform.ui.home;

import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouterLink;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/**
 * How many things of one kind are to be done at several branches, for a card that tells of other branches and knows none of
 * the modules that count there. A module contributes one as a bean. Who may know is its service's to decide.
 *
 * @param order  place among the others, smallest first
 * @param words  message key; its argument is the number
 * @param counts by branch, where there are any. One statement
 * @param way    to the screen that shows them
 */
public record BranchCount(int order, String words, Function<Collection<UUID>, Map<UUID, Integer>> counts, Function<UUID, Address> way) {

    /** Of a screen. */
    public record Address(String path, QueryParameters query) {
    }

    /** @param number of a branch */
    public RouterLink link(ListCard card, UUID branch, int number) {
        Address screen = way.apply(branch);
        return ListCard.link(card.getTranslation(words, number), screen.path(), screen.query());
    }
}
