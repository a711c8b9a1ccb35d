package org.passerelle.circulation.publicpages.ui.basket;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.catalogue.CatalogueTopics;
import org.passerelle.catalogue.TitleInfo;
import org.passerelle.circulation.CirculationRefusal;
import org.passerelle.circulation.ReservationId;
import org.passerelle.circulation.WaitId;
import org.passerelle.circulation.publicpages.service.PickupChoices;
import org.passerelle.circulation.publicpages.service.PickupChoices.Place;
import org.passerelle.circulation.publicpages.ui.MyReservationsView;
import org.passerelle.circulation.reservations.service.NewReservations;
import org.passerelle.circulation.reservations.service.NewReservations.Reserved;
import org.passerelle.circulation.reservations.service.PatronHoldings;
import org.passerelle.circulation.reservations.service.PatronHoldings.Held;
import org.passerelle.circulation.reservations.service.ReserveCommand;
import org.passerelle.circulation.waiting.service.WaitingList;
import org.passerelle.circulation.waiting.service.WaitingList.Wish;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.journal.Journal.Channel;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.platform.security.SignedIn;
import org.passerelle.platform.time.AppClock;
import org.passerelle.platform.ui.Note;
import org.passerelle.platform.ui.live.LiveUpdates;
import org.passerelle.slots.SlotRefusal;
import org.passerelle.slots.domain.SlotAudience;
import org.passerelle.slots.domain.SlotOffer;
import org.passerelle.slots.service.PickupSlots;
import org.passerelle.slots.ui.SlotChoice;

/** From the basket to the reservation, on one page: what, where, when. Signing in comes last and loses nothing. */
@Route("basket")
@AnonymousAllowed
public class BasketView extends Main implements HasDynamicTitle {

    private static final int NEAREST = 3;

    private final Basket basket;
    private final PickupChoices choices;
    private final PickupSlots slots;
    private final NewReservations reservations;
    private final PatronHoldings holdings;
    private final WaitingList waitingList;
    private final BasketWindows windows;
    private final Optional<CurrentUser> user;
    private final AppClock clock;
    private final Paragraph howMany = new Paragraph();
    private final BasketTitles titles = new BasketTitles(this::remove, this::takeUp);
    private final PlaceChoice places = new PlaceChoice(this::choose, this::setAside, this::waitFor);
    private final SlotChoice slotChoice = new SlotChoice(this::choose);
    private final SlotChoice nearest = new SlotChoice(this::choose);
    private final WantedUntil wantedUntil;
    private final Note titlesTold = new Note();
    private final Note slotTold = new Note();
    private final BasketConfirmation confirmation;
    private final Section titlesPart;
    private final Section placePart;
    private final Section slotPart;
    private final Div empty = new EmptyBasket();
    private List<Place> shownPlaces = List.of();

    BasketView(Basket basket, PickupChoices choices, PickupSlots slots, NewReservations reservations,
               PatronHoldings holdings, WaitingList waitingList, SignedIn signedIn, AppClock clock, BasketWindows windows) {
        this.basket = basket;
        this.choices = choices;
        this.slots = slots;
        this.reservations = reservations;
        this.holdings = holdings;
        this.waitingList = waitingList;
        this.windows = windows;
        this.user = signedIn.maybe();
        this.clock = clock;
        this.wantedUntil = new WantedUntil(basket, clock);
        this.confirmation = new BasketConfirmation(user, this::reserve);
        addClassNames("page", "narrow", "patron");
        howMany.addClassName("sub");
        Header header = new Header(new Div(new H1(getTranslation("basket.title")), howMany));
        header.addClassName("page-header");
        titlesPart = new Section(titlesTold, titles);
        placePart = new Section(new H2(getTranslation("basket.where")), places, wantedUntil);
        slotPart = new Section(new H2(getTranslation("basket.when")), slotTold, nearest, slotChoice);
        add(header, empty, titlesPart, placePart, slotPart, confirmation);
        clearWords();
        refresh();
        windows.follow(this, basket, this::refresh);
        LiveUpdates live = windows.live();
        basket.titles().forEach(title -> live.follow(this, CatalogueTopics.TITLE.of(title), this::refresh));
        shownPlaces.forEach(place -> live.follow(this, PickupSlots.TOPIC.of(place.branch()), this::refresh));
    }

    private void remove(UUID title) {
        basket.remove(title);
        titlesTold.clear();
        changed();
    }

    private void takeUp(UUID title) {
        basket.takeUp(title);
        changed();
    }

    private void choose(UUID branch) {
        basket.choose(branch);
        clearWords();
        changed();
        // What is not there is decided on first.
        (lacking().isEmpty() ? slotPart : placePart).scrollIntoView();
    }

    private void setAside(List<UUID> notThere) {
        basket.setAside(notThere);
        titlesTold.clear();
        changed();
    }

    private void waitFor(List<UUID> away) {
        basket.waitFor(away);
        titlesTold.clear();
        changed();
    }

    private void choose(Instant slot) {
        basket.choose(slot);
        clearWords();
        changed();
        // Below a long list of slots the next step would be out of sight.
        confirmation.getElement().executeJs("this.scrollIntoView({block: 'nearest'})");
    }

    private void changed() {
        refresh();
        windows.changed(basket);
    }

    private void reserve() {
        if (!basket.waits().isEmpty() && wantedUntil.isRefused()) {
            return;
        }
        UUID patron = user.orElseThrow().patron();
        if (basket.wanted().isEmpty()) {
            askToBeTold(patron, null);
            return;
        }
        Outcome<Reserved> outcome = reservations.reserve(new ReserveCommand(patron, basket.branch(), basket.slot(),
                basket.wanted(), Channel.ONLINE));
        switch (outcome) {
            case Outcome.Done<Reserved> done -> {
                basket.reserved();
                windows.changed(basket);
                askToBeTold(patron, done.value().id());
            }
            case Outcome.Refused<Reserved> refused -> tell(refused);
        }
    }

    /** What is away never holds up the rest: the reservation, if any, is made already. */
    private void askToBeTold(UUID patron, ReservationId made) {
        Outcome.Refused<WaitId> last = null;
        for (UUID title : basket.waits()) {
            Outcome<WaitId> asked = waitingList.ask(new Wish(patron, title, basket.branch(), basket.wantedUntil(),
                    Channel.ONLINE));
            if (asked instanceof Outcome.Refused<WaitId> refused) {
                last = refused;
                basket.takeUp(title);
            } else {
                basket.remove(title);
            }
        }
        if (last != null) {
            clearWords();
            refresh();
            titlesTold.refused(last);
        } else {
            getUI().ifPresent(ui -> {
                if (made == null) {
                    ui.navigate(MyReservationsView.class);
                } else {
                    ui.navigate(MyReservationsView.class, made.value().toString());
                }
            });
        }
    }

    private void tell(Outcome.Refused<Reserved> refused) {
        clearWords();
        Instant asked = basket.slot();
        switch (refused.reason()) {
            case CirculationRefusal.TITLES_NOT_AVAILABLE, CirculationRefusal.TITLES_ALREADY_THEIRS -> {
                refresh();
                titlesTold.refused(refused);
            }
            case SlotRefusal.SLOT_FULL, SlotRefusal.SLOT_PAST, SlotRefusal.SLOT_TOO_SOON,
                 SlotRefusal.SLOT_TOO_FAR, SlotRefusal.SLOT_NOT_OFFERED -> {
                slotGone(asked);
                refresh();
                slotTold.refused(refused);
            }
            default -> {
                refresh();
                confirmation.refused(refused);
            }
        }
    }

    private void slotGone(Instant asked) {
        basket.choose((Instant) null);
        chosenPlace().ifPresent(place -> {
            nearest.show(slots.nearestFree(place.branch(), asked, NEAREST, SlotAudience.PATRON), place.zone(), null);
            nearest.setVisible(true);
        });
    }

    private void clearWords() {
        titlesTold.clear();
        slotTold.clear();
        confirmation.nothing();
        nearest.setVisible(false);
    }

    private void refresh() {
        List<TitleInfo> inBasket = choices.titles(basket.titles());
        shownPlaces = inBasket.isEmpty() ? List.of() : choices.places(basket.titles());
        Optional<Place> chosen = chosenPlace();
        howMany.setText(getTranslation("basket.count", inBasket.size()));
        howMany.setVisible(!inBasket.isEmpty());
        empty.setVisible(inBasket.isEmpty());
        titlesPart.setVisible(!inBasket.isEmpty());
        titles.show(inBasket, shownPlaces, chosen.orElse(null), basket, held());
        placePart.setVisible(!inBasket.isEmpty());
        places.show(shownPlaces, chosen.orElse(null), basket.wanted());
        wantedUntil.setVisible(!basket.waits().isEmpty());
        chosen.ifPresent(place -> wantedUntil.countIn(place.zone()));
        int lacking = lacking().size();
        boolean toCollect = chosen.isPresent() && lacking < basket.wanted().size();
        slotPart.setVisible(toCollect);
        if (toCollect) {
            showSlots(chosen.get());
        }
        confirmation.show(chosen.orElse(null), basket.slot(), basket.wanted().size(), lacking, basket.waits().size());
    }

    /** What the patron has reserved already, or has at home. */
    private Map<UUID, Held> held() {
        return user.map(CurrentUser::patron).map(patron -> holdings.held(patron, basket.titles())).orElse(Map.of());
    }

    /** What the patron wants now and the chosen branch does not have. */
    private List<UUID> lacking() {
        return chosenPlace().map(place -> basket.wanted().stream().filter(title -> !place.has(title)).toList())
                .orElse(List.of());
    }

    private Optional<Place> chosenPlace() {
        return shownPlaces.stream().filter(place -> place.branch().equals(basket.branch())).findFirst();
    }

    private void showSlots(Place place) {
        List<SlotOffer> offers = slots.offers(place.branch(), clock.instant().atZone(place.zone()).toLocalDate(),
                PickupSlots.MOST_DAYS, SlotAudience.PATRON);
        Instant asked = basket.slot();
        if (asked != null && offers.stream().noneMatch(offer -> offer.startsAt().equals(asked) && offer.isFree())) {
            slotGone(asked);
            slotTold.due("basket.slotGone");
        }
        slotChoice.show(offers, place.zone(), basket.slot());
    }

    @Override
    public String getPageTitle() {
        return getTranslation("basket.title") + " · Passerelle";
    }
}
