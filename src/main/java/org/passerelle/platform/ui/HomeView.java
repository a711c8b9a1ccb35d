package org.passerelle.platform.ui;

import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.List;
import org.passerelle.platform.security.SignedIn;

/** The first page: leads on to the first line of one's menu. */
@Route("")
@AnonymousAllowed
public class HomeView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private final List<MenuEntry> entries;
    private final SignedIn signedIn;

    HomeView(List<MenuEntry> entries, SignedIn signedIn) {
        this.entries = entries;
        this.signedIn = signedIn;
        addClassNames("page", "narrow");
        add(new H1("Passerelle"), new Paragraph(getTranslation("home.welcome")));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        MenuEntry.usable(entries, signedIn.maybe()).stream().findFirst().ifPresent(first -> event.forwardTo(first.view()));
    }

    @Override
    public String getPageTitle() {
        return "Passerelle";
    }
}
