package org.passerelle.platform.ui.accounts;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.login.LoginForm;
import com.vaadin.flow.component.login.LoginI18n;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.List;
import org.passerelle.platform.ui.LanguageSwitch;
import org.passerelle.platform.ui.home.HomeView;
import org.springframework.beans.factory.ObjectProvider;

/** Sign-in with a local account. */
@Route(value = LoginView.PATH, autoLayout = false)
@AnonymousAllowed
public class LoginView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    public static final String PATH = "login";
    /** Query parameter of a refused sign-in; {@link #RESTING} is its value when the account rests. */
    public static final String ERROR = "error";
    public static final String RESTING = "resting";

    private final LoginForm form = new LoginForm();

    LoginView(ObjectProvider<TrialAccounts> trial) {
        addClassName("login-page");
        form.setAction(PATH);
        form.setForgotPasswordButtonVisible(false);
        form.setI18n(words("login.error"));
        // The form has no word of its own for the button that shows the password.
        form.getElement().executeJs("this.querySelector('#vaadinLoginPassword').i18n = { reveal: $0 };",
                getTranslation("login.password.reveal"));
        RouterLink brand = new RouterLink("Passerelle", HomeView.class);
        brand.addClassName("brand");
        Section card = new Section(form);
        card.addClassNames("card", "login-card");
        add(brand, card);
        trial.ifAvailable(accounts -> add(trialCard(accounts.accounts())));
        add(new LanguageSwitch());
    }

    private LoginI18n words(String error) {
        LoginI18n.Form fields = new LoginI18n.Form();
        fields.setTitle(getTranslation("login.title"));
        fields.setUsername(getTranslation("login.username"));
        fields.setPassword(getTranslation("login.password"));
        fields.setSubmit(getTranslation("login.title"));
        LoginI18n.ErrorMessage message = new LoginI18n.ErrorMessage();
        message.setTitle(getTranslation(error + ".title"));
        message.setMessage(getTranslation(error + ".text"));
        message.setUsername(getTranslation("login.username.missing"));
        message.setPassword(getTranslation("login.password.missing"));
        LoginI18n words = new LoginI18n();
        words.setForm(fields);
        words.setErrorMessage(message);
        return words;
    }

    private Section trialCard(List<TrialAccounts.Account> accounts) {
        UnorderedList list = new UnorderedList();
        list.addClassName("trial-accounts");
        accounts.forEach(account -> list.add(trialLine(account)));
        Section card = new Section(new H2(getTranslation("login.trial.title")),
                new Paragraph(getTranslation("login.trial.text")), list);
        card.addClassNames("card", "login-card");
        return card;
    }

    private ListItem trialLine(TrialAccounts.Account account) {
        Span name = new Span(account.username() + " / " + account.password());
        name.addClassName("row-title");
        Span what = new Span(getTranslation("role." + account.role().name()) + " · "
                + getTranslation(account.descriptionKey()));
        what.addClassName("row-sub");
        Button use = new Button(getTranslation("login.trial.use"), click -> signInAs(account));
        use.setAriaLabel(getTranslation("login.trial.useAccount", account.username()));
        return new ListItem(new Div(name, what), use);
    }

    private void signInAs(TrialAccounts.Account account) {
        form.getElement().executeJs("""
                this.querySelector('#vaadinLoginUsername').value = $0;
                this.querySelector('#vaadinLoginPassword').value = $1;
                this.submit();""", account.username(), account.password());
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        List<String> error = event.getLocation().getQueryParameters().getParameters().get(ERROR);
        if (error != null && error.contains(RESTING)) {
            form.setI18n(words("login.resting"));
        }
        form.setError(error != null);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("login.title") + " · Passerelle";
    }
}
