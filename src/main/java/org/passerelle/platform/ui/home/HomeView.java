package org.passerelle.platform.ui.home;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.platform.i18n.DateTimes;
import org.passerelle.platform.network.WorkingBranch;
import org.passerelle.platform.network.WorkingBranch.Place;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.platform.security.SignedIn;
import org.passerelle.platform.time.AppClock;
import org.passerelle.platform.ui.BranchScreen;
import org.passerelle.platform.ui.home.HomeCard.Rank;
import org.passerelle.platform.ui.live.LiveUpdates;

/** The first page: what is to be done now, as cards that modules contribute. */
@Route("")
@AnonymousAllowed
public class HomeView extends Main implements BeforeEnterObserver, BranchScreen, HasDynamicTitle {

    private final List<HomeCard<?>> cards;
    private final List<HomeHeading> headings;
    private final SignedIn signedIn;
    private final WorkingBranch working;
    private final LiveUpdates live;
    private final AppClock clock;
    private final Div header = new Div();
    private final Div nothing = new Div();
    private final Map<Rank, Div> parts = new EnumMap<>(Rank.class);
    private final List<CardPlace<?>> shown = new ArrayList<>();
    private Place place;

    HomeView(List<HomeCard<?>> cards, List<HomeHeading> headings, SignedIn signedIn, WorkingBranch working, LiveUpdates live,
             AppClock clock) {
        this.cards = cards;
        this.headings = headings;
        this.signedIn = signedIn;
        this.working = working;
        this.live = live;
        this.clock = clock;
        addClassNames("page", "home");
        header.addClassName("page-header");
        nothing.addClassName("empty");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        List<Place> places = signedIn.maybe().filter(CurrentUser::isStaff).map(staff -> working.places()).orElse(List.of());
        show(working(places));
    }

    @Override
    public Optional<Shown> shownBranch() {
        return Optional.ofNullable(place).map(here -> new Shown(here.id(), here.name()));
    }

    @Override
    public void workAt(UUID branch) {
        show(working(working.places()));
    }

    private Place working(List<Place> places) {
        return places.isEmpty() ? null : working.among(places, Place::id).orElse(null);
    }

    private void show(Place at) {
        place = at;
        Optional<CurrentUser> user = signedIn.maybe();
        boolean staff = user.filter(CurrentUser::isStaff).isPresent();
        setClassName("narrow", !staff);
        setClassName("patron", !staff);
        removeAll();
        shown.clear();
        parts.clear();
        write(user, staff);
        add(header);
        for (Rank rank : Rank.values()) {
            Div part = new Div();
            part.addClassName("home-" + rank.name().toLowerCase(Locale.ROOT));
            parts.put(rank, part);
            if (rank == Rank.STANDING) {
                add(nothing);
            }
            add(part);
        }
        cards.stream().filter(card -> card.spot().audience().includes(user) && (at != null || !card.spot().ofABranch()))
                .sorted(Comparator.comparingInt(card -> card.spot().order())).forEach(this::place);
        arrange();
    }

    private void write(Optional<CurrentUser> user, boolean staff) {
        String who = staff ? "STAFF" : user.isPresent() ? "PATRON" : "VISITOR";
        String empty = "home.empty." + who + (staff && place == null ? ".noBranch" : "");
        header.removeAll();
        Div words = new Div(new H1(getTranslation("home.title." + who)));
        if (staff && place != null) {
            Paragraph sub = new Paragraph(today());
            sub.addClassName("sub");
            words.add(sub);
        }
        header.add(words);
        nothing.removeAll();
        nothing.add(new H2(getTranslation(empty)), new Paragraph(getTranslation(empty + ".how")));
    }

    private String today() {
        Instant now = clock.instant();
        String day = DateTimes.day(now.atZone(place.zone()).toLocalDate(), getLocale());
        Stream<String> said = headings.stream().flatMap(heading -> heading.of(place, getLocale()).stream());
        return Stream.concat(Stream.of(day.substring(0, 1).toUpperCase(getLocale()) + day.substring(1), place.name()), said)
                .collect(Collectors.joining(" · "));
    }

    private <T> void place(HomeCard<T> card) {
        CardPlace<T> here = new CardPlace<>(card, place, this::arrange);
        shown.add(here);
        parts.get(card.spot().rank()).add(here);
        card.follows(place).forEach(topic -> live.follow(here, topic, here::refresh));
    }

    /** Where a card's heading is the page's, there is no other; where there is no news, the page says what would be. */
    private void arrange() {
        header.setVisible(shown.stream().noneMatch(each -> each.isOf(Rank.TITLE) && each.says()));
        nothing.setVisible(shown.stream().noneMatch(each -> !each.isOf(Rank.STANDING) && each.says()));
    }

    @Override
    public String getPageTitle() {
        return signedIn.maybe().isPresent() ? getTranslation("home.menu") + " · Passerelle" : "Passerelle";
    }
}
