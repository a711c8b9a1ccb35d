package org.passerelle.circulation.publicpages.ui.basket;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.Optional;
import org.passerelle.catalogue.FoundTitle;
import org.passerelle.catalogue.ui.TitleAction;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.platform.security.SignedIn;
import org.passerelle.platform.web.Visits;
import org.springframework.beans.factory.ObjectProvider;

/** The basket beside each title of the catalogue; staff reserve for a patron elsewhere. */
@SpringComponent
class BasketAction implements TitleAction {

    private final ObjectProvider<Basket> baskets;
    private final Visits visits;
    private final SignedIn signedIn;
    private final BasketWindows windows;

    BasketAction(ObjectProvider<Basket> baskets, Visits visits, SignedIn signedIn, BasketWindows windows) {
        this.baskets = baskets;
        this.visits = visits;
        this.signedIn = signedIn;
        this.windows = windows;
    }

    @Override
    public Optional<Component> of(FoundTitle title) {
        return signedIn.maybe().filter(CurrentUser::isStaff).isPresent() || title.branches().isEmpty()
                ? Optional.empty()
                : Optional.of(new BasketButton(baskets.getObject(), visits, windows, title.title().id(),
                        title.title().title()));
    }
}
