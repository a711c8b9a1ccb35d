package org.passerelle.platform.ui.home;

import com.vaadin.flow.component.html.Div;
import java.util.Optional;
import org.passerelle.platform.network.WorkingBranch.Place;
import org.passerelle.platform.ui.home.HomeCard.Rank;

/** Where a card stands on the home; whoever is on one of its links stays there while nothing of the card has changed. */
class CardPlace<T> extends Div {

    /** What is drawn anew takes its links along; who was on one is put on the one that leads to the same place. */
    private static final String KEEP_FOCUS = """
            this.addEventListener('focusin', on => this.focused = on.target.getAttribute('href'));
            this.addEventListener('focusout', off => { if (off.relatedTarget) { this.focused = null; } });
            this.drawn = () => {
              if (this.focused && document.activeElement === document.body) {
                this.querySelector(`a[href="${CSS.escape(this.focused)}"]`)?.focus();
              }
            };""";

    private final HomeCard<T> card;
    private final Place at;
    private final Runnable changed;
    private Optional<T> said = Optional.empty();

    CardPlace(HomeCard<T> card, Place at, Runnable changed) {
        this.card = card;
        this.at = at;
        this.changed = changed;
        addClassName("home-card");
        addAttachListener(attached -> getElement().executeJs(KEEP_FOCUS));
        draw(card.read(at));
    }

    void refresh() {
        Optional<T> now = card.read(at);
        if (!now.equals(said)) {
            draw(now);
            getElement().executeJs("this.drawn?.()");
            changed.run();
        }
    }

    private void draw(Optional<T> now) {
        said = now;
        removeAll();
        now.ifPresent(what -> add(card.draw(what, at)));
        setVisible(now.isPresent());
    }

    boolean isOf(Rank rank) {
        return card.spot().rank() == rank;
    }

    boolean says() {
        return said.isPresent();
    }
}
