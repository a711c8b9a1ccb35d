package org.passerelle.circulation.publicpages.ui.home;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.passerelle.circulation.publicpages.service.PatronHome;
import org.passerelle.circulation.publicpages.service.PatronHome.Pickup;
import org.passerelle.circulation.publicpages.ui.PickupWords;
import org.passerelle.circulation.publicpages.ui.home.PickupCard.Next;
import org.passerelle.circulation.reservations.domain.AppointmentState;
import org.passerelle.circulation.reservations.service.ReservationNews;
import org.passerelle.circulation.reservations.service.Reservations;
import org.passerelle.platform.network.WorkingBranch.Place;
import org.passerelle.platform.security.Role;
import org.passerelle.platform.security.SignedIn;
import org.passerelle.platform.time.AppClock;
import org.passerelle.platform.ui.Audience;
import org.passerelle.platform.ui.home.HomeCard;
import org.passerelle.platform.ui.live.EachMinute;
import org.passerelle.platform.ui.live.Topic;

/** The pickup that comes next: its state is the page's title; then when, where, and the code to show. */
@SpringComponent
class PickupCard implements HomeCard<Next> {

    private final PatronHome home;
    private final Reservations reservations;
    private final SignedIn signedIn;
    private final AppClock clock;

    PickupCard(PatronHome home, Reservations reservations, SignedIn signedIn, AppClock clock) {
        this.home = home;
        this.reservations = reservations;
        this.signedIn = signedIn;
        this.clock = clock;
    }

    /**
     * @param mayArrive whether it is time to say "I am here"
     * @param others    open reservations beside the next, in the same order
     */
    record Next(Pickup pickup, PickupWords state, NearDay day, boolean mayArrive, List<Pickup> others) {
    }

    @Override
    public Spot spot() {
        return new Spot(Rank.TITLE, 10, Audience.PATRONS);
    }

    @Override
    public List<Topic> follows(Place at) {
        return List.of(ReservationNews.PATRON_TOPIC.of(signedIn.require(Role.PATRON).patron()), EachMinute.TOPIC);
    }

    @Override
    public Optional<Next> read(Place at) {
        List<Pickup> all = home.pickups();
        Instant now = clock.instant();
        return all.stream().findFirst().map(next -> new Next(next,
                PickupWords.of(next.standing(), !next.slotEndsAt().isAfter(now)),
                NearDay.of(next.slotStartsAt(), now, next.zone()),
                next.standing().appointment() != AppointmentState.ARRIVED && !now.isBefore(next.arrivalFrom()),
                all.subList(1, all.size())));
    }

    @Override
    public Component draw(Next next, Place at) {
        PickupPass pass = new PickupPass(next);
        if (next.mayArrive()) {
            pass.act(() -> reservations.arrived(next.pickup().id()));
        }
        return pass;
    }
}
