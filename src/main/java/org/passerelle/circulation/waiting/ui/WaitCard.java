package org.passerelle.circulation.waiting.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.internal.LocaleUtil;
import com.vaadin.flow.router.RouterLink;
import java.time.Instant;
import java.util.List;
import org.passerelle.catalogue.CatalogueTopics;
import org.passerelle.catalogue.ui.TitleView;
import org.passerelle.circulation.queue.domain.WaitState;
import org.passerelle.circulation.reservations.service.NewReservations.Reserved;
import org.passerelle.circulation.reservations.service.ReservationNews;
import org.passerelle.circulation.waiting.service.WaitDetails;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.i18n.DateTimes;
import org.passerelle.platform.ui.Confirmation;
import org.passerelle.platform.ui.Note;
import org.passerelle.platform.ui.Tag;
import org.passerelle.platform.ui.Tag.Tone;
import org.passerelle.platform.ui.live.LiveUpdates;
import org.passerelle.slots.domain.SlotOffer;
import org.passerelle.slots.service.PickupSlots;
import org.passerelle.slots.ui.SlotChoice;

/** One wait, live: how far it has come, and when a copy is offered, the slots in which to collect it. */
public class WaitCard extends Section {

    private static final int NEAREST = 3;

    private final WaitGestures gestures;
    private final Div facts = new Div();
    private final Note told = new Note();
    private final SlotChoice slots = new SlotChoice(this::accept);
    private final Div actions = new Div();
    private final Button otherSlots = new Button(getTranslation("wait.otherSlots"), click -> showAllSlots());
    private WaitDetails shown;
    private boolean allSlots;

    public WaitCard(WaitGestures gestures, LiveUpdates live) {
        this.gestures = gestures;
        addClassNames("card", "wait-card");
        actions.addClassName("pickup-actions");
        Button giveUp = new Button(getTranslation("wait.giveUp"), click -> confirmGiveUp());
        giveUp.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ERROR);
        actions.add(otherSlots, giveUp);
        add(facts, told, slots, actions);
        show(gestures.look().get().orElseThrow());
        live.follow(this, CatalogueTopics.TITLE.of(shown.title().id()), this::refresh);
        live.follow(this, PickupSlots.TOPIC.of(shown.branch()), this::refresh);
        // Who gives up a reservation, or collects one, is below a limit again.
        live.follow(this, ReservationNews.PATRON_TOPIC.of(shown.patron()), this::refresh);
    }

    private void refresh() {
        gestures.look().get().ifPresentOrElse(this::show,
                () -> getUI().ifPresent(page -> page.refreshCurrentRoute(false)));
    }

    private void show(WaitDetails fresh) {
        actions.setVisible(fresh.isOpen());
        slots.setVisible(fresh.isOffered());
        otherSlots.setVisible(fresh.isOffered() && !allSlots);
        if (fresh.isOffered()) {
            List<SlotOffer> offers = gestures.slots().apply(fresh);
            slots.show(allSlots ? offers : offers.stream().filter(SlotOffer::isFree).limit(NEAREST).toList(),
                    fresh.zone(), null);
        }
        if (!fresh.equals(shown)) {
            shown = fresh;
            showFacts();
        }
    }

    private void showAllSlots() {
        allSlots = true;
        refresh();
    }

    private void showFacts() {
        facts.removeAll();
        H3 title = new H3(shown.title().titleAndAuthor());
        title.addClassName("row-title");
        facts.add(title, soft(shown.branchPhone() == null || shown.branchPhone().isBlank() ? shown.branchName()
                : shown.branchName() + " · " + shown.branchPhone()), new Div(state(this, shown)));
        if (shown.atALimit()) {
            Paragraph why = new Paragraph(getTranslation("wait.atALimit"));
            why.addClassNames("message", "message-due");
            facts.add(why);
        }
        if (shown.isInQueue()) {
            facts.add(soft(shown.expectedOn() != null
                    ? getTranslation("wait.expectedOn", DateTimes.day(shown.expectedOn(), getLocale()))
                    : getTranslation(shown.hasCopies() ? "wait.noDate" : "wait.noCopy")));
            facts.add(soft(getTranslation("wait.until", DateTimes.day(shown.wantedUntil(), getLocale()))));
        } else if (shown.isOffered()) {
            facts.add(new Paragraph(getTranslation("wait.choose")));
        } else if (shown.reservationToken() != null) {
            // By its address: the page of a pickup stands above this card.
            RouterLink reservation = new RouterLink();
            reservation.setText(getTranslation("wait.toReservation"));
            reservation.getElement().setAttribute("href", ReservationNews.PAGE + "/" + shown.reservationToken());
            facts.add(reservation);
        } else {
            facts.add(new RouterLink(getTranslation("wait.again"), TitleView.class, shown.title().id().toString()));
        }
    }

    private static Paragraph soft(String text) {
        Paragraph soft = new Paragraph(text);
        soft.addClassName("soft");
        return soft;
    }

    /** How it stands, as a word. */
    static Tag state(Component on, WaitDetails wait) {
        return switch (wait.state()) {
            case OFFERED -> new Tag(Tone.DUE, on.getTranslation("wait.offered",
                    DateTimes.dayAndTime(wait.offerUntil(), wait.zone(), LocaleUtil.getLocale())));
            case WAITING -> new Tag(Tone.INFO, on.getTranslation("wait.position", wait.position()));
            case CHOSEN -> new Tag(Tone.INFO, on.getTranslation("wait.state.CHOSEN"));
            default -> new Tag(Tone.PLAIN, on.getTranslation("wait.state." + wait.state()));
        };
    }

    private void accept(Instant slot) {
        switch (gestures.accept().apply(slot)) {
            case Outcome.Done<Reserved> done -> gestures.reserved().accept(done.value());
            case Outcome.Refused<Reserved> refused -> {
                refresh();
                // Accepted twice, by a double click or in another window: the card says what has become of it.
                if (shown.state() != WaitState.TAKEN) {
                    told.refused(refused);
                }
            }
        }
    }

    private void confirmGiveUp() {
        Confirmation dialog = new Confirmation(getTranslation("wait.giveUp.title"),
                getTranslation(shown.isOffered() ? "wait.giveUp.offer" : "wait.giveUp.text"),
                getTranslation("wait.giveUp.yes"), click -> giveUp());
        dialog.setConfirmButtonTheme("primary error");
        dialog.setCancelable(true);
        dialog.setCancelText(getTranslation("wait.giveUp.no"));
        dialog.open();
    }

    private void giveUp() {
        Outcome<Void> outcome = gestures.giveUp().get();
        refresh();
        told.clear();
        if (outcome instanceof Outcome.Refused<Void> refused) {
            told.refused(refused);
        }
    }
}
