package org.passerelle.circulation.publicpages.ui.basket;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.circulation.publicpages.service.PickupChoices.Place;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.i18n.DateTimes;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.platform.ui.Buttons;
import org.passerelle.platform.ui.Note;

/** The last step: says again what, where and when, and reserves; a visitor signs in first, and comes back here. */
class BasketConfirmation extends Section {

    private final Paragraph summary = new Paragraph();
    private final Note told = new Note();
    private final Button button;
    private final boolean mayReserve;

    BasketConfirmation(Optional<CurrentUser> user, Runnable reserve) {
        this.mayReserve = user.isPresent();
        addClassName("confirmation");
        // A visitor is led to a page that needs sign-in by a real request: it is what the sign-in comes back to.
        button = mayReserve ? Buttons.once("", reserve) : new Button(getTranslation("basket.signIn"),
                click -> getUI().ifPresent(ui -> ui.getPage().setLocation(BasketSignInView.PATH)));
        add(new H2(getTranslation("basket.confirm")), summary, told);
        if (user.filter(CurrentUser::isStaff).isPresent()) {
            Paragraph staff = new Paragraph(getTranslation("basket.staff"));
            staff.addClassNames("message", "message-info");
            add(staff);
            return;
        }
        button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        button.addClassName("wide-button");
        add(button);
    }

    /**
     * @param place the branch, or null; {@code slot} may be null as well
     * @param titles  how many are to be collected
     * @param lacking how many of them are not there: the patron has yet to say what to do without them
     * @param waits   how many titles are to be waited for there
     */
    void show(Place place, Instant slot, int titles, int lacking, int waits) {
        boolean complete = place != null && (titles > 0 ? slot != null && lacking < titles : waits > 0);
        setVisible(complete);
        button.setVisible(lacking == 0);
        if (complete && lacking > 0) {
            summary.setText(getTranslation("basket.undecided", lacking, place.name()));
        } else if (complete) {
            summary.setText(Stream.of(titles == 0 ? "" : getTranslation("basket.summary", titles, place.name(),
                    DateTimes.day(slot.atZone(place.zone()).toLocalDate(), getLocale()),
                    DateTimes.time(slot, place.zone(), getLocale())),
                    waits == 0 ? "" : getTranslation("basket.summary.waits", waits, place.name()))
                    .filter(sentence -> !sentence.isEmpty()).collect(Collectors.joining(" ")));
            if (mayReserve) {
                button.setText(getTranslation(titles == 0 ? "basket.askToWait" : "basket.reserve"));
            }
        }
    }

    void refused(Outcome.Refused<?> refusal) {
        told.refused(refusal);
    }

    void nothing() {
        told.clear();
    }
}
