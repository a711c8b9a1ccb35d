package org.passerelle.circulation.publicpages.ui.home;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.List;
import java.util.Optional;
import org.passerelle.circulation.publicpages.service.PatronHome;
import org.passerelle.circulation.publicpages.service.PatronHome.AtHome;
import org.passerelle.circulation.publicpages.ui.MyReservationsView;
import org.passerelle.circulation.publicpages.ui.home.AtHomeCard.Loans;
import org.passerelle.circulation.reservations.service.ReservationNews;
import org.passerelle.platform.network.WorkingBranch.Place;
import org.passerelle.platform.security.Role;
import org.passerelle.platform.security.SignedIn;
import org.passerelle.platform.ui.Audience;
import org.passerelle.platform.ui.Tag;
import org.passerelle.platform.ui.Tag.Tone;
import org.passerelle.platform.ui.home.HomeCard;
import org.passerelle.platform.ui.home.ListCard;
import org.passerelle.platform.ui.home.ListCard.Row;
import org.passerelle.platform.ui.live.Topic;

/** What the patron has at home: what is late, and when the rest is due. */
@SpringComponent
class AtHomeCard implements HomeCard<Loans> {

    private static final int MOST = 6;
    /** Days before which a return date is only a date. */
    private static final int NEAR = 4;

    private final PatronHome home;
    private final SignedIn signedIn;

    AtHomeCard(PatronHome home, SignedIn signedIn) {
        this.home = home;
        this.signedIn = signedIn;
    }

    record Loans(List<AtHome> all) {
    }

    @Override
    public Spot spot() {
        return new Spot(Rank.FIRST, 30, Audience.PATRONS);
    }

    @Override
    public List<Topic> follows(Place at) {
        return List.of(ReservationNews.PATRON_TOPIC.of(signedIn.require(Role.PATRON).patron()));
    }

    @Override
    public Optional<Loans> read(Place at) {
        return Optional.of(home.atHome()).filter(loans -> !loans.isEmpty()).map(Loans::new);
    }

    @Override
    public Component draw(Loans loans, Place at) {
        long late = loans.all().stream().filter(AtHome::isLate).count();
        ListCard card = new ListCard("home.loans");
        card.counting(late == 0 ? loans.all().size() : card.getTranslation("home.loans.late", loans.all().size(), late));
        card.leadingTo(new RouterLink(card.getTranslation("my.title"), MyReservationsView.class));
        loans.all().stream().limit(MOST).forEach(loan -> card.add(row(card, loan)));
        if (loans.all().size() > MOST) {
            card.foot(new RouterLink(card.getTranslation("home.loans.more", loans.all().size() - MOST),
                    MyReservationsView.class));
        }
        return card;
    }

    private static Row row(ListCard card, AtHome loan) {
        NearDay due = NearDay.of(loan.dueOn(), loan.today());
        String words = loan.isLate() ? card.getTranslation("home.loans.lateBy", -due.away())
                : due.shortly(card, card.getLocale());
        Component when = loan.isLate() ? new Tag(Tone.LATE, words) : due.away() < NEAR ? new Tag(Tone.DUE, words) : new Span(words);
        return new Row(new Span(loan.title())).tagged(when);
    }
}
