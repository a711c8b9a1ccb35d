package org.passerelle.circulation.publicpages.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.Optional;
import org.passerelle.patrons.service.EmailChange;
import org.passerelle.platform.ui.Buttons;

/** Where the link sent to a new address leads: whoever reads the mail there says that messages may go there. */
@Route(EmailView.PATH + "/:token")
@AnonymousAllowed
public class EmailView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    static final String PATH = "email";

    private final EmailChange change;

    EmailView(EmailChange change) {
        this.change = change;
        addClassNames("page", "narrow", "patron");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String token = event.getRouteParameters().get("token").orElse("");
        removeAll();
        Optional<String> email = change.open(token);
        if (email.isEmpty()) {
            say("email.unknown.title", new Paragraph(getTranslation("email.unknown.text")));
            return;
        }
        // Pressed, not only opened: some mail programs follow links by themselves.
        Button confirm = Buttons.once(getTranslation("email.confirm"), () -> confirm(token));
        confirm.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        say("email.title", new Paragraph(getTranslation("email.text", email.get())), confirm);
    }

    private void confirm(String token) {
        removeAll();
        if (change.confirm(token).isDone()) {
            say("email.done.title", new Paragraph(getTranslation("email.done.text")));
        } else {
            say("email.unknown.title", new Paragraph(getTranslation("email.unknown.text")));
        }
    }

    private void say(String titleKey, Component... parts) {
        Div said = new Div(new H1(getTranslation(titleKey)));
        said.addClassName("empty");
        said.add(parts);
        add(said);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("email.title") + " · Passerelle";
    }
}
