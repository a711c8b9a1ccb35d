package org.passerelle.circulation.publicpages.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Supplier;
import org.passerelle.catalogue.ui.CatalogueView;
import org.passerelle.circulation.CirculationRefusal;
import org.passerelle.circulation.reservations.domain.AppointmentState;
import org.passerelle.circulation.reservations.service.PickupCalendar;
import org.passerelle.circulation.reservations.service.ReservationDetails;
import org.passerelle.circulation.reservations.service.ReservationNews;
import org.passerelle.circulation.reservations.ui.PickupServices;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.time.AppClock;
import org.passerelle.platform.ui.Buttons;
import org.passerelle.platform.ui.Confirmation;
import org.passerelle.platform.ui.Note;
import org.passerelle.platform.ui.live.EachMinute;
import org.passerelle.slots.service.PickupSlots;
import org.passerelle.slots.ui.SlotChoice;

/** One reservation as its patron follows it, live: what happens next, the code to show, when, where, what. */
public class PickupPanel extends Div {

    private static final int NEAREST = 3;

    private final PickupGestures gestures;
    private final PickupSlots slots;
    private final AppClock clock;
    private final Note told = new Note();
    private final Div state = new Div();
    private final Div facts = new Div();
    private final Div actions = new Div();
    private final Note slotTold = new Note();
    private final SlotChoice nearest = new SlotChoice(this::moveTo);
    private final SlotChoice slotChoice = new SlotChoice(this::moveTo);
    private final Button keepSlot = new Button(getTranslation("pickup.keepSlot"), click -> keepSlot());
    private final Section newSlot = new Section();
    private final Anchor calendarLink;
    private ReservationDetails shown;
    private PickupWords words;
    private boolean mayArrive;

    PickupPanel(PickupGestures gestures, PickupServices services) {
        this.gestures = gestures;
        this.slots = services.slots();
        this.clock = services.clock();
        addClassName("pickup");
        calendarLink = calendarLink(services.calendar());
        H2 heading = new H2(getTranslation("pickup.newSlot"));
        keepSlot.addClassName("wide-button");
        newSlot.add(heading, slotTold, keepSlot, nearest, slotChoice);
        newSlot.setVisible(false);
        nearest.setVisible(false);
        actions.addClassName("pickup-actions");
        state.getElement().setAttribute("aria-live", "polite");
        add(told, state, newSlot, facts, actions);
        show(gestures.look().get().orElseThrow());
        services.live().follow(this, ReservationNews.of(shown.id()), this::refresh);
        services.live().follow(this, PickupSlots.TOPIC.of(shown.branch().id()), this::refreshSlots);
        services.live().follow(this, EachMinute.TOPIC, this::followTime);
    }

    /** Each minute, for as long as the page is open: nothing is read before the button's time has come. */
    private void followTime() {
        if (mayArrive != mayArrive(shown) || words != words(shown)) {
            refresh();
        }
    }

    private void refresh() {
        gestures.look().get().ifPresentOrElse(this::show,
                () -> getUI().ifPresent(page -> page.refreshCurrentRoute(false)));
    }

    private void show(ReservationDetails fresh) {
        boolean arrivalOpen = mayArrive(fresh);
        PickupWords now = words(fresh);
        if (fresh.equals(shown) && arrivalOpen == mayArrive && now == words) {
            return;
        }
        boolean justMissed = isMissed(fresh) && !(shown != null && isMissed(shown));
        shown = fresh;
        mayArrive = arrivalOpen;
        words = now;
        state.removeAll();
        state.add(new PickupStateCard(fresh, words, mayArrive ? arriveButton() : null));
        facts.removeAll();
        facts.add(new PickupFacts(fresh));
        actions.removeAll();
        if (fresh.isOpen()) {
            if (fresh.appointment() == AppointmentState.BOOKED) {
                actions.add(calendarLink,
                        new Button(getTranslation("pickup.changeSlot"), click -> openNewSlot()));
            }
            if (fresh.appointment() == AppointmentState.ARRIVED) {
                newSlot.setVisible(false);
            }
            Button cancel = new Button(getTranslation("pickup.cancel"), click -> confirmCancel());
            cancel.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ERROR);
            actions.add(cancel);
        } else {
            newSlot.setVisible(false);
            RouterLink catalogue = new RouterLink(getTranslation("basket.catalogue"), CatalogueView.class);
            catalogue.addClassName("button-link");
            actions.add(catalogue);
        }
        if (justMissed) {
            offerSlots();
        }
    }

    private static boolean isMissed(ReservationDetails reservation) {
        return reservation.isOpen() && reservation.appointment() == AppointmentState.MISSED;
    }

    private PickupWords words(ReservationDetails reservation) {
        return PickupWords.of(reservation, clock.instant());
    }

    private boolean mayArrive(ReservationDetails reservation) {
        boolean expected = reservation.isOpen() ? reservation.appointment() != AppointmentState.ARRIVED
                : words(reservation) == PickupWords.NO_SHOW_LATE;
        return expected && !clock.instant().isBefore(reservation.arrivalFrom());
    }

    private Button arriveButton() {
        Button arrive = Buttons.once(getTranslation("pickup.arrived"), () -> tell(gestures.arrived()));
        arrive.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        arrive.addClassName("wide-button");
        return arrive;
    }

    private Anchor calendarLink(PickupCalendar calendar) {
        Anchor link = new Anchor(DownloadHandler.fromInputStream(request -> {
            byte[] file = calendar.file(shown, getLocale());
            return new DownloadResponse(new ByteArrayInputStream(file), PickupCalendar.FILE_NAME,
                    PickupCalendar.CONTENT_TYPE, file.length);
        }), getTranslation("pickup.calendar"));
        link.addClassName("button-link");
        return link;
    }

    private void openNewSlot() {
        offerSlots();
        newSlot.scrollIntoView();
    }

    private void offerSlots() {
        newSlot.setVisible(true);
        slotTold.clear();
        nearest.setVisible(false);
        refreshSlots();
    }

    private void keepSlot() {
        newSlot.setVisible(false);
        told.clear();
        scrollIntoView();
    }

    private void refreshSlots() {
        keepSlot.setVisible(shown.appointment() == AppointmentState.BOOKED);
        if (newSlot.isVisible()) {
            LocalDate today = clock.instant().atZone(shown.branch().zone()).toLocalDate();
            slotChoice.show(slots.offers(shown.branch().id(), today, PickupSlots.MOST_DAYS,
                            shown.documents().patronAudience()), shown.branch().zone(),
                    shown.appointment() == AppointmentState.BOOKED ? shown.slotStartsAt() : null);
        }
    }

    private void moveTo(Instant start) {
        Outcome<Void> outcome = gestures.changeSlot().apply(start);
        if (outcome instanceof Outcome.Refused<Void> refused && refused.reason() != CirculationRefusal.RESERVATION_OVER) {
            nearest.show(slots.nearestFree(shown.branch().id(), start, NEAREST, shown.documents().patronAudience()),
                    shown.branch().zone(), null);
            nearest.setVisible(true);
            refreshSlots();
            slotTold.refused(refused);
            return;
        }
        newSlot.setVisible(false);
        tell(() -> outcome);
        if (outcome.isDone()) {
            told.done("pickup.slotChanged", PickupWords.when(shown, getLocale()));
            told.scrollIntoView();
        }
    }

    private void confirmCancel() {
        Confirmation dialog = new Confirmation(getTranslation("pickup.cancel.title"),
                getTranslation("pickup.cancel.text"), getTranslation("pickup.cancel.yes"),
                click -> tell(gestures.cancel()));
        dialog.setConfirmButtonTheme("primary error");
        dialog.setCancelable(true);
        dialog.setCancelText(getTranslation("pickup.cancel.no"));
        // A button with a ground of its own: on a phone the way back out must be as easy to see.
        dialog.open();
    }

    private void tell(Supplier<Outcome<Void>> gesture) {
        told.clear();
        Outcome<Void> outcome = gesture.get();
        // What is shown may be older than the refusal: both are brought up to date.
        shown = null;
        refresh();
        if (outcome instanceof Outcome.Refused<Void> refused) {
            told.refused(refused);
        }
    }
}
