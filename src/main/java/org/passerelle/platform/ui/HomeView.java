package org.passerelle.platform.ui;

import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.platform.security.SignedIn;

/** The first page: sends staff to their inbox and everybody else to the catalogue. */
@Route("")
@AnonymousAllowed
public class HomeView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private static final String STAFF_PAGE = "inbox";
    private static final String PUBLIC_PAGE = "catalogue";

    private final SignedIn signedIn;

    HomeView(SignedIn signedIn) {
        this.signedIn = signedIn;
        addClassNames("page", "narrow");
        add(new H1("Passerelle"), new Paragraph(getTranslation("home.welcome")));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String page = signedIn.maybe().filter(CurrentUser::isStaff).isPresent() ? STAFF_PAGE : PUBLIC_PAGE;
        if (RouteConfiguration.forApplicationScope().getRoute(page).isPresent()) {
            event.forwardTo(page);
        }
    }

    @Override
    public String getPageTitle() {
        return "Passerelle";
    }
}
