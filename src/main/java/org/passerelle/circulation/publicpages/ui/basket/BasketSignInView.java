package org.passerelle.circulation.publicpages.ui.basket;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;

/** Has nothing to show: whoever comes here signs in first, and goes on with their basket. */
@Route(BasketSignInView.PATH)
@PermitAll
public class BasketSignInView extends Div implements BeforeEnterObserver {

    static final String PATH = "basket/sign-in";

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        event.forwardTo(BasketView.class);
    }
}
