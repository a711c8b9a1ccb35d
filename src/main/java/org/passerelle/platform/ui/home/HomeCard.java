package org.passerelle.platform.ui.home;

import com.vaadin.flow.component.Component;
import java.util.List;
import java.util.Optional;
import org.passerelle.platform.network.WorkingBranch.Place;
import org.passerelle.platform.ui.Audience;
import org.passerelle.platform.ui.live.Topic;

/**
 * A part of the home. A module contributes its own as beans, so that the home knows no module. It leads to the screen where
 * one acts, says what it leaves out, and costs three statements at most, whatever the volume. Who may read what is the
 * services' to decide.
 *
 * @param <T> what there is to show, as a value: a card is drawn again only when it is another one than before
 */
public interface HomeCard<T> {

    /** How a card stands on the page. */
    enum Rank {
        /** Its heading is the page's own, the first such card's. */
        TITLE,
        /** Over the whole width, above the others. */
        FIRST,
        /** Beside others. */
        ORDINARY,
        /** Below the others, and no news: it stands there on the quietest day too. */
        STANDING
    }

    /**
     * @param order     place among those of its rank, smallest first
     * @param ofABranch whether it is about the branch where the person works: who works at none has no such card
     */
    record Spot(Rank rank, int order, Audience audience, boolean ofABranch) {

        public Spot(Rank rank, int order, Audience audience) {
            this(rank, order, audience, false);
        }

        /** Of the branch where staff work. */
        public static Spot ofTheBranch(Rank rank, int order) {
            return new Spot(rank, order, Audience.AGENTS, true);
        }
    }

    /** Where it stands, and for whom. */
    Spot spot();

    /**
     * What there is to show now; empty where it is nothing.
     *
     * @param at where the person works; null for who works at no branch
     */
    Optional<T> read(Place at);

    Component draw(T what, Place at);

    /** What changes it while the page is open. */
    List<Topic> follows(Place at);
}
