package org.passerelle.circulation.desk.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.catalogue.TitleInfo;
import org.passerelle.circulation.CirculationRefusal;
import org.passerelle.circulation.ReservationId;
import org.passerelle.circulation.WaitId;
import org.passerelle.circulation.drive.service.DaySheets;
import org.passerelle.circulation.drive.service.DaySheets.Place;
import org.passerelle.circulation.reservations.service.NewReservations;
import org.passerelle.circulation.reservations.service.ReservationBook;
import org.passerelle.circulation.reservations.service.ReserveCommand;
import org.passerelle.circulation.reservations.ui.PickupServices;
import org.passerelle.circulation.waiting.service.WaitFiles;
import org.passerelle.circulation.waiting.service.WaitingList;
import org.passerelle.circulation.waiting.ui.PatronWaits;
import org.passerelle.patrons.service.Patrons;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.journal.Journal.Channel;
import org.passerelle.platform.network.WorkingBranch;
import org.passerelle.platform.time.AppClock;
import org.passerelle.platform.ui.BranchScreen;
import org.passerelle.platform.ui.Buttons;
import org.passerelle.platform.ui.Note;
import org.passerelle.platform.ui.UnsavedScreen;
import org.passerelle.platform.ui.live.LiveUpdates;
import org.passerelle.slots.service.PickupSlots;
import org.passerelle.slots.ui.SlotChips;

/** A reservation for a patron on the telephone, by letter or at the desk: card, titles, slot, done. */
@Route("reserve")
@RolesAllowed("AGENT")
public class CounterView extends Main implements UnsavedScreen, BranchScreen, HasDynamicTitle {

    private final Patrons patrons;
    private final NewReservations reservations;
    private final ReservationBook book;
    private final PickupSlots pickupSlots;
    private final LiveUpdates live;
    private final AppClock clock;
    private final ComboBox<Patrons.Row> patron = new ComboBox<>(getTranslation("staff.counter.patron"));
    private final RadioButtonGroup<Channel> channel = new RadioButtonGroup<>(getTranslation("staff.counter.channel"));
    private final List<Place> mine;
    private final TitleBasket basket;
    private final CallerLimits limits;
    private final Div slotPlace = new Div();
    private final Note told = new Note();
    private final Note waitTold = new Note();
    private final PatronWaits waits;
    private final WaitingList waitingList;
    private final WaitFiles waitFiles;
    private SlotChips slots;
    private Place place;
    private boolean confirmed;

    CounterView(Patrons patrons, NewReservations reservations, ReservationBook book, PickupSlots pickupSlots,
                DaySheets sheets, CounterTitles titles, WaitingList waitingList, WaitFiles waitFiles, WorkingBranch working,
                PickupServices services) {
        this.patrons = patrons;
        this.reservations = reservations;
        this.book = book;
        this.pickupSlots = pickupSlots;
        this.live = services.live();
        this.clock = services.clock();
        this.waitingList = waitingList;
        this.waitFiles = waitFiles;
        this.waits = new PatronWaits(waitingList, services);
        this.basket = new TitleBasket(titles, () -> place == null ? null : place.id(),
                this::waitFor, this::showLimits);
        this.limits = new CallerLimits(titles.holdings());
        addClassNames("page", "counter-view");
        this.mine = sheets.places().stream().filter(Place::mine).toList();
        Div header = new Div(new H1(getTranslation("staff.counter.title")));
        header.addClassName("page-header");
        add(header);
        if (mine.isEmpty()) {
            Paragraph none = new Paragraph(getTranslation("staff.counter.noBranch"));
            none.addClassName("empty");
            add(none);
            return;
        }
        buildPatron();
        show(working.among(mine, Place::id).orElse(mine.getFirst()));
        start();
    }

    private void buildPatron() {
        patron.setItemsWithFilterConverter(query -> patrons.find(query.getFilter().orElse(""), query.getOffset(),
                query.getLimit()).stream(), typed -> typed);
        patron.setItemLabelGenerator(row -> row.name() + " · " + row.cardNumber());
        patron.setHelperText(getTranslation("staff.counter.patron.help"));
        patron.setAllowCustomValue(true);
        patron.addCustomValueSetListener(typed -> typedPatron(typed.getDetail()));
        patron.addValueChangeListener(change -> {
            patron.setInvalid(false);
            showWaits();
            showLimits();
        });
        patron.setWidthFull();
        patron.setRequiredIndicatorVisible(true);
        channel.setItems(Channel.PHONE, Channel.LETTER, Channel.DESK);
        channel.setItemLabelGenerator(way -> getTranslation("staff.channel." + way));
        channel.setValue(Channel.PHONE);
    }

    @Override
    public Optional<Shown> shownBranch() {
        return Optional.ofNullable(place).map(here -> new Shown(here.id(), here.name()));
    }

    /** Titles that were dictated stay; where they stand there is looked up anew. */
    @Override
    public void workAt(UUID branch) {
        if (!confirmed) {
            mine.stream().filter(each -> each.id().equals(branch)).findFirst().ifPresent(this::show);
        }
    }

    private void start() {
        Button reserve = Buttons.once(getTranslation("staff.counter.reserve"), this::reserve);
        reserve.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        reserve.addClickShortcut(Key.ENTER, KeyModifier.CONTROL);
        Paragraph hint = new Paragraph(getTranslation("staff.counter.keys"));
        hint.addClassName("soft");
        Div actions = new Div(hint, reserve);
        actions.addClassName("form-actions");
        Div who = new Div(patron, channel);
        who.addClassName("counter-who");
        Section left = new Section(who, limits, basket, waitTold, waits);
        left.addClassName("card");
        Section right = new Section(new H2(getTranslation("staff.counter.slot")), slotPlace, told, actions);
        right.addClassName("card");
        Div columns = new Div(left, right);
        columns.addClassName("counter-columns");
        add(columns);
        patron.focus();
    }

    private void show(Place here) {
        place = here;
        slots = new SlotChips(pickupSlots, live, place.id(), place.zone(),
                clock.instant().atZone(place.zone()).toLocalDate());
        slots.whenChosen(told::clear);
        slotPlace.removeAll();
        slotPlace.add(slots);
        basket.refresh();
        showWaits();
    }

    /** The title is away: the patron is taken into its line. */
    private boolean waitFor(TitleInfo title) {
        waitTold.clear();
        if (patron.getValue() == null) {
            patronWrong(getTranslation("staff.counter.patron.missing"));
            patron.focus();
            return false;
        }
        Outcome<WaitId> asked = waitingList.ask(new WaitingList.Wish(patron.getValue().id(), title.id(),
                place.id(), null, channel.getValue()));
        if (asked instanceof Outcome.Refused<WaitId> refused) {
            waitTold.refused(refused);
            return false;
        }
        waitTold.done("staff.counter.waits", title.title());
        showWaits();
        return true;
    }

    private void showLimits() {
        limits.show(patron.getValue() == null ? null : patron.getValue().id(), basket.chosen());
    }

    private void showWaits() {
        waits.removeAll();
        if (patron.getValue() != null) {
            waits.show(patron.getValue().id(), place.id(), waitFiles, channel::getValue,
                    reserved -> confirm(reserved.id()));
        }
    }

    /** What was scanned or typed and not chosen from the list: right only where it can mean one patron. */
    private void typedPatron(String typed) {
        List<Patrons.Row> found = patrons.byCard(typed).map(exact -> patrons.find(exact.form().cardNumber(), 0, 1))
                .orElseGet(() -> patrons.find(typed, 0, 2));
        if (found.size() == 1) {
            patron.setValue(found.getFirst());
            basket.focus();
        } else {
            patronWrong(getTranslation(found.isEmpty() ? "staff.counter.patron.none" : "staff.counter.patron.several"));
        }
    }

    private void patronWrong(String sentence) {
        patron.setErrorMessage(sentence);
        patron.setInvalid(true);
    }

    private void reserve() {
        told.clear();
        if (patron.getValue() == null) {
            patronWrong(getTranslation("staff.counter.patron.missing"));
            patron.focus();
        } else if (basket.titles().isEmpty()) {
            basket.wrong(getTranslation("staff.counter.titles.missing"));
        } else if (slots.chosen() == null) {
            told.due("staff.slots.choose");
        } else {
            reserved(reservations.reserve(new ReserveCommand(patron.getValue().id(), place.id(),
                    slots.chosen(), basket.titles(), channel.getValue())));
        }
    }

    private void reserved(Outcome<NewReservations.Reserved> outcome) {
        switch (outcome) {
            case Outcome.Done<NewReservations.Reserved> done -> confirm(done.value().id());
            case Outcome.Refused<NewReservations.Reserved> no -> refused(no);
        }
    }

    private void refused(Outcome.Refused<NewReservations.Reserved> no) {
        String sentence = limits.sentence(no);
        showLimits();
        switch (no.reason()) {
            case CirculationRefusal.PATRON_BLOCKED, CirculationRefusal.TOO_MANY_RESERVATIONS -> {
                patronWrong(sentence);
                patron.focus();
            }
            case CirculationRefusal.TOO_MANY_DOCUMENTS, CirculationRefusal.TITLES_NOT_AVAILABLE,
                 CirculationRefusal.TITLES_ALREADY_THEIRS, CirculationRefusal.EMPTY_BASKET -> {
                basket.refresh();
                basket.wrong(sentence);
            }
            default -> {
                told.refused(no);
                slots.refused();
            }
        }
    }

    /** Titles that somebody has dictated, or a slot, are not lost without a question. */
    @Override
    public boolean hasUnsavedChanges() {
        return !confirmed && slots != null && (!basket.titles().isEmpty() || slots.chosen() != null);
    }

    private void confirm(ReservationId id) {
        confirmed = true;
        getChildren().skip(1).toList().forEach(this::remove);
        add(new ReservedSlip(book.details(id), this::again));
    }

    private void again() {
        getUI().ifPresent(ui -> ui.refreshCurrentRoute(false));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("staff.counter.title") + " · Passerelle";
    }
}
