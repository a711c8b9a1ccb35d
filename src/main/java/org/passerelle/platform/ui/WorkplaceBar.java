package org.passerelle.platform.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.platform.network.WorkingBranch;
import org.passerelle.platform.network.WorkingBranch.Place;
import org.passerelle.platform.ui.BranchScreen.Shown;

/**
 * Where the person works, in the frame: a choice for who works at several branches. A choice holds for the person; other
 * windows follow when their person goes on to another screen, so that nothing changes under anybody's hands.
 */
class WorkplaceBar extends Div implements AfterNavigationObserver {

    private final WorkingBranch working;
    private final List<Place> places;
    private final Runnable changed;
    private final Select<Place> choice = new Select<>();
    private final Elsewhere elsewhere = new Elsewhere();
    private Optional<UUID> told;
    private BranchScreen screen;

    /** @param changed called when the person works at another branch than this window has said */
    WorkplaceBar(WorkingBranch working, List<Place> places, Runnable changed) {
        this.working = working;
        this.places = places;
        this.changed = changed;
        this.told = working.current();
        addClassName("workplace");
        Span label = new Span(getTranslation("layout.worksAt"));
        label.addClassName("soft");
        add(label);
        if (places.size() == 1) {
            Span only = new Span(places.getFirst().name());
            only.addClassName("workplace-name");
            add(only);
            addClassName("only");
        } else {
            choice.setAriaLabel(getTranslation("layout.worksAt"));
            choice.setItems(places);
            choice.setItemLabelGenerator(Place::name);
            choice.addValueChangeListener(change -> {
                if (change.isFromClient() && change.getValue() != null) {
                    choose(change.getValue());
                }
            });
            add(choice);
            show();
        }
    }

    /** What stands below the bar while another branch is shown. */
    Div elsewhere() {
        return elsewhere;
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        screen = event.getActiveChain().stream().filter(BranchScreen.class::isInstance).map(BranchScreen.class::cast)
                .findFirst().orElse(null);
        follow();
    }

    private void choose(Place place) {
        working.choose(place.id());
        if (screen != null) {
            screen.workAt(place.id());
        }
        follow();
    }

    private void follow() {
        Optional<UUID> now = working.current();
        if (!now.equals(told)) {
            told = now;
            show();
            changed.run();
        }
        Optional<Shown> other = Optional.ofNullable(screen).flatMap(BranchScreen::shownBranch)
                .filter(shown -> !Optional.of(shown.id()).equals(told));
        elsewhere.show(other, here());
    }

    private void show() {
        here().ifPresent(choice::setValue);
    }

    private Optional<Place> here() {
        return places.stream().filter(place -> Optional.of(place.id()).equals(told)).findFirst();
    }

    /** Says that another branch is shown than where the person works. */
    private class Elsewhere extends Div {

        private final Span sentence = new Span();
        private final Button back = new Button("", click -> {
            if (screen != null) {
                told.ifPresent(screen::workAt);
                follow();
            }
        });

        Elsewhere() {
            addClassName("bar-elsewhere");
            getElement().setAttribute("role", "status");
            back.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        }

        void show(Optional<Shown> other, Optional<Place> here) {
            removeAll();
            if (other.isPresent() && here.isPresent()) {
                sentence.setText(getTranslation("layout.elsewhere", other.get().name(), here.get().name()));
                back.setText(getTranslation("layout.backTo", here.get().name()));
                add(sentence, back);
            }
        }
    }
}
