package org.passerelle.circulation.publicpages.ui.home;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.List;
import java.util.Optional;
import org.passerelle.circulation.publicpages.service.PatronHome;
import org.passerelle.circulation.publicpages.service.PatronHome.Offer;
import org.passerelle.circulation.publicpages.ui.MyReservationsView;
import org.passerelle.circulation.publicpages.ui.home.OffersCard.Offers;
import org.passerelle.circulation.waiting.service.WaitNews;
import org.passerelle.platform.i18n.DateTimes;
import org.passerelle.platform.network.WorkingBranch.Place;
import org.passerelle.platform.security.Role;
import org.passerelle.platform.security.SignedIn;
import org.passerelle.platform.ui.Audience;
import org.passerelle.platform.ui.home.HomeCard;
import org.passerelle.platform.ui.live.Topic;

/** Titles that have come back for the patron and are kept until an answer. */
@SpringComponent
class OffersCard implements HomeCard<Offers> {

    private static final int MOST = 3;

    private final PatronHome home;
    private final SignedIn signedIn;

    OffersCard(PatronHome home, SignedIn signedIn) {
        this.home = home;
        this.signedIn = signedIn;
    }

    record Offers(List<Offer> all) {
    }

    @Override
    public Spot spot() {
        return new Spot(Rank.FIRST, 20, Audience.PATRONS);
    }

    @Override
    public List<Topic> follows(Place at) {
        return List.of(WaitNews.of(signedIn.require(Role.PATRON).patron()));
    }

    @Override
    public Optional<Offers> read(Place at) {
        return Optional.of(home.offers()).filter(offers -> !offers.isEmpty()).map(Offers::new);
    }

    @Override
    public Component draw(Offers offers, Place at) {
        Card cards = new Card();
        offers.all().stream().limit(MOST).forEach(cards::add);
        if (offers.all().size() > MOST) {
            cards.add(new RouterLink(cards.getTranslation("home.offers.more", offers.all().size() - MOST),
                    MyReservationsView.class));
        }
        return cards;
    }

    private static class Card extends Div {

        void add(Offer offer) {
            Paragraph until = new Paragraph(getTranslation("home.offers.until",
                    DateTimes.dayAndTime(offer.until(), offer.zone(), getLocale()), offer.branch()));
            until.addClassName("soft");
            RouterLink answer = new RouterLink(getTranslation("home.offers.answer"), MyReservationsView.class);
            answer.addClassName("go");
            answer.getElement().setAttribute("aria-label", getTranslation("home.offers.answer.of", offer.title()));
            Section card = new Section(new H2(getTranslation("home.offers.title", offer.title())), until, answer);
            card.addClassNames("card", "offer-card");
            add(card);
        }
    }
}
