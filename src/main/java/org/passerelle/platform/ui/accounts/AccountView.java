package org.passerelle.platform.ui.accounts;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.server.VaadinRequest;
import jakarta.annotation.security.PermitAll;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.people.Contacts;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.platform.security.SignedIn;
import org.passerelle.platform.security.accounts.OwnAccount;
import org.passerelle.platform.ui.AccountPage;
import org.passerelle.platform.ui.EnterKey;
import org.passerelle.platform.ui.LanguageSwitch;
import org.passerelle.platform.ui.Note;
import org.passerelle.platform.ui.UnsavedScreen;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Whoever is signed in changes their own password; whoever was given one comes here first. Staff say how they are reached.
 */
@Route(AccountView.PATH)
@PermitAll
public class AccountView extends Div implements UnsavedScreen, HasDynamicTitle {

    public static final String PATH = "account";

    private final OwnAccount own;
    private final PasswordField current = new PasswordField(getTranslation("account.current"));
    private final PasswordField chosen = new PasswordField(getTranslation("account.chosen"));
    private final Paragraph mustChoose = new Paragraph(getTranslation("account.mustChoose"));
    private final Note note = new Note();
    private final Optional<OwnContactCard> contact;

    public AccountView(OwnAccount own, Contacts contacts, SignedIn signedIn, ObjectProvider<AccountPage> pages) {
        this.own = own;
        addClassNames("page", "narrow");
        current.setAutocomplete(Autocomplete.CURRENT_PASSWORD);
        chosen.setAutocomplete(Autocomplete.NEW_PASSWORD);
        chosen.setHelperText(getTranslation("account.chosen.help"));
        Stream.of(current, chosen).forEach(field -> {
            field.addClassName("wide");
            field.setRevealButtonVisible(true);
            field.getElement().executeJs("this.i18n = { reveal: $0 };", getTranslation("login.password.reveal"));
        });
        mustChoose.setVisible(own.mustChoosePassword());
        Div fields = new Div(current, chosen);
        fields.addClassName("form-grid");
        Button change = new Button(getTranslation("account.change"), click -> change());
        change.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Div buttons = new Div(change);
        buttons.addClassName("form-actions");
        Div card = new Div(new H2(getTranslation("account.password")), mustChoose, fields, note, buttons);
        card.addClassName("card");
        EnterKey.presses(card, change);
        add(new H1(getTranslation("account.title")), card);
        contact = signedIn.maybe().filter(CurrentUser::isStaff).flatMap(me -> contacts.mine())
                .map(mine -> new OwnContactCard(contacts, mine));
        contact.ifPresent(this::add);
        pages.stream().filter(page -> page.audience().includes(signedIn.maybe())).forEach(page -> add(link(page)));
        add(language());
    }

    private Div link(AccountPage page) {
        Div card = new Div(new RouterLink(getTranslation(page.messageKey()), page.view()));
        card.addClassName("card");
        return card;
    }

    private Div language() {
        Div card = new Div(new H2(getTranslation("account.language")), new Paragraph(getTranslation("account.language.text")),
                new LanguageSwitch());
        card.addClassName("card");
        return card;
    }

    private void change() {
        Outcome<Void> outcome = own.choosePassword(current.getValue(), chosen.getValue());
        if (!outcome.isDone()) {
            note.refused(outcome, Map.of("current", current, "chosen", chosen));
            return;
        }
        if (mustChoose.isVisible()) {
            // The menu, held back until now, comes with a page that is loaded anew.
            UI.getCurrent().getPage().setLocation(VaadinRequest.getCurrent().getContextPath() + "/");
            return;
        }
        current.clear();
        chosen.clear();
        note.done("account.changed");
    }

    @Override
    public boolean hasUnsavedChanges() {
        return contact.filter(OwnContactCard::hasUnsavedChanges).isPresent();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("account.title") + " · Passerelle";
    }
}
