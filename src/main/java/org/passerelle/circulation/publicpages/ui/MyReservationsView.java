package org.passerelle.circulation.publicpages.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.OptionalParameter;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.RolesAllowed;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.passerelle.catalogue.ui.CatalogueView;
import org.passerelle.circulation.ReservationId;
import org.passerelle.circulation.reservations.service.NewReservations.Reserved;
import org.passerelle.circulation.reservations.service.ReservationBook;
import org.passerelle.circulation.reservations.service.ReservationDetails;
import org.passerelle.circulation.reservations.service.ReservationNews;
import org.passerelle.circulation.reservations.service.Reservations;
import org.passerelle.circulation.reservations.ui.PickupServices;
import org.passerelle.circulation.waiting.service.WaitNews;
import org.passerelle.circulation.waiting.service.WaitingList;
import org.passerelle.circulation.waiting.ui.PatronWaits;
import org.passerelle.platform.i18n.DateTimes;
import org.passerelle.platform.security.Role;
import org.passerelle.platform.security.SignedIn;

/** The reservations of the patron signed in; with an id in the address, that one. */
@Route("my")
@RolesAllowed("PATRON")
public class MyReservationsView extends Main implements HasUrlParameter<String>, HasDynamicTitle {

    private final ReservationBook book;
    private final Reservations reservations;
    private final WaitingList waitingList;
    private final PickupServices services;
    private final Div lists = new Div();
    private final UUID patron;
    private List<ReservationDetails> shown = List.of();
    private boolean saysEmpty;

    MyReservationsView(ReservationBook book, Reservations reservations, WaitingList waitingList,
                       PickupServices services, SignedIn signedIn) {
        this.waitingList = waitingList;
        this.book = book;
        this.reservations = reservations;
        this.services = services;
        addClassNames("page", "narrow", "patron");
        this.patron = signedIn.require(Role.PATRON).patron();
        services.live().follow(lists, ReservationNews.PATRON_TOPIC.of(patron), this::refreshLists);
        services.live().follow(lists, WaitNews.of(patron), this::refreshLists);
    }

    @Override
    public void setParameter(BeforeEvent event, @OptionalParameter String reservation) {
        removeAll();
        if (reservation == null) {
            showAll();
        } else {
            showOne(idOf(reservation));
        }
    }

    private static ReservationId idOf(String parameter) {
        try {
            return new ReservationId(UUID.fromString(parameter));
        } catch (IllegalArgumentException e) {
            throw new NotFoundException();
        }
    }

    private void showOne(ReservationId id) {
        H1 heading = new H1(getTranslation("pickup.title"));
        PatronWaits waits = new PatronWaits(waitingList, services);
        waits.showMineAt(book.details(id).branch().id(), patron, this::open);
        add(heading, new PickupPanel(PickupGestures.signedIn(id, book, reservations), services), waits,
                new RouterLink(getTranslation("my.all"), MyReservationsView.class));
        // Who comes from the end of the basket would otherwise begin at the end of this page.
        heading.scrollIntoView();
    }

    private void showAll() {
        add(new H1(getTranslation("my.title")));
        PatronWaits waits = new PatronWaits(waitingList, services);
        waits.showMine(patron, this::open);
        List<ReservationDetails> all = book.mine();
        add(waits);
        if (all.isEmpty() && waits.isEmpty()) {
            lists.removeAll();
            shown = List.of();
            saysEmpty = true;
            Div empty = new Div(new H2(getTranslation("my.empty.title")),
                    new Paragraph(getTranslation("my.empty.text")),
                    new RouterLink(getTranslation("basket.catalogue"), CatalogueView.class));
            empty.addClassName("empty");
            lists.add(empty);
        } else {
            showLists(all);
        }
        add(lists);
    }

    private void refreshLists() {
        List<ReservationDetails> fresh = book.mine();
        if (!fresh.equals(shown) || saysEmpty && !waitingList.mine().isEmpty()) {
            showLists(fresh);
        }
    }

    private void showLists(List<ReservationDetails> all) {
        shown = all;
        saysEmpty = false;
        lists.removeAll();
        addList("my.open", all.stream().filter(ReservationDetails::isOpen).toList());
        addList("my.ended", all.stream().filter(reservation -> !reservation.isOpen()).toList());
    }

    private void open(Reserved reserved) {
        getUI().ifPresent(ui -> ui.navigate(MyReservationsView.class, reserved.id().value().toString()));
    }

    private void addList(String headingKey, List<ReservationDetails> some) {
        if (some.isEmpty()) {
            return;
        }
        UnorderedList list = new UnorderedList();
        list.addClassNames("rows", "my-reservations");
        some.forEach(reservation -> list.add(new ListItem(link(reservation))));
        lists.add(new H2(getTranslation(headingKey)), list);
    }

    private RouterLink link(ReservationDetails reservation) {
        PickupWords state = PickupWords.of(reservation, services.clock().instant());
        Span when = new Span(PickupWords.when(reservation, getLocale()));
        when.addClassName("row-title");
        Span tag = new Span(state.tag(this));
        tag.addClassNames("tag", state.colour());
        Span what = new Span(getTranslation("my.row", reservation.branch().name(), reservation.lines().size(),
                reservation.code()));
        what.addClassName("row-sub");
        RouterLink link = new RouterLink("", MyReservationsView.class, reservation.id().value().toString());
        link.add(when, new Div(tag), what);
        reservation.lines().stream().map(ReservationDetails.Line::dueOn).filter(Objects::nonNull)
                .min(Comparator.naturalOrder()).ifPresent(due -> {
                    Span back = new Span(getTranslation("pickup.document.dueOn", DateTimes.day(due, getLocale())));
                    back.addClassName("row-sub");
                    link.add(back);
                });
        link.addClassName("row");
        return link;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("my.title") + " · Passerelle";
    }
}
