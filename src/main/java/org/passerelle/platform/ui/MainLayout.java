package org.passerelle.platform.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Footer;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import com.vaadin.flow.spring.security.AuthenticationContext;
import java.util.List;
import java.util.Optional;
import org.passerelle.platform.network.WorkingBranch.Place;
import org.passerelle.platform.network.WorkingBranch;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.platform.security.SignedIn;
import org.passerelle.platform.ui.accounts.AccountView;
import org.passerelle.platform.ui.accounts.LoginView;
import org.passerelle.platform.ui.accounts.WorkplaceText;
import org.passerelle.platform.ui.help.HelpButton;
import org.passerelle.platform.ui.home.HomeView;
import org.passerelle.platform.ui.live.LiveUpdates;
import org.passerelle.platform.ui.search.SearchBox;
import org.springframework.beans.factory.ObjectProvider;

/** What surrounds every screen: the menu, who is signed in, the language, the way out. */
@Layout
@AnonymousAllowed
public class MainLayout extends AppLayout {

    private static final String CONTENT_ID = "content";

    private final AuthenticationContext authentication;
    private final WorkplaceText whereabouts;
    private final Optional<CurrentUser> user;
    private final List<Place> places;

    MainLayout(ObjectProvider<MenuEntry> entries, SignedIn signedIn, LiveUpdates live, AuthenticationContext authentication,
               WorkplaceText whereabouts, WorkingBranch working, SearchBox search, HelpButton help) {
        this.authentication = authentication;
        this.whereabouts = whereabouts;
        this.user = signedIn.person();
        this.places = signedIn.maybe().filter(CurrentUser::isStaff).map(staff -> working.places()).orElse(List.of());
        setPrimarySection(Section.DRAWER);
        AppLayoutI18n words = new AppLayoutI18n();
        words.setDrawer(getTranslation("menu.label"));
        setI18n(words);

        Anchor skip = new Anchor("#" + CONTENT_ID, getTranslation("layout.skip"));
        skip.addClassName("skip-link");
        skip.setRouterIgnore(true);
        Menu menu = new Menu(entries(entries, signedIn), user, live);
        TopBar bar = topBar(working, menu);
        bar.search(search);
        bar.help(help);
        addToNavbar(skip, bar);

        Div side = new Div(brand(), menu, foot());
        side.addClassName("side");
        addToDrawer(side);
    }

    private TopBar topBar(WorkingBranch working, Menu menu) {
        DrawerToggle toggle = new DrawerToggle();
        toggle.setAriaLabel(getTranslation("menu.label"));
        TopBar bar = new TopBar(toggle, brand());
        if (!places.isEmpty()) {
            WorkplaceBar workplace = new WorkplaceBar(working, places, menu::count);
            bar.branch(workplace);
            bar.below(workplace.elsewhere());
        }
        return bar;
    }

    /** Who must choose a password first finds no way to anywhere else. */
    private static List<MenuEntry> entries(ObjectProvider<MenuEntry> all, SignedIn signedIn) {
        return signedIn.person().isPresent() && signedIn.maybe().isEmpty() ? List.of() : all.stream().toList();
    }

    private static RouterLink brand() {
        RouterLink brand = new RouterLink("Passerelle", HomeView.class);
        brand.addClassName("brand");
        return brand;
    }

    private Footer foot() {
        Footer foot = new Footer();
        foot.addClassName("side-foot");
        Div actions = new Div();
        actions.addClassName("foot-actions");
        user.ifPresentOrElse(person -> {
            RouterLink who = new RouterLink(person.displayName(), AccountView.class);
            who.addClassName("who");
            Span where = new Span(whereabouts.of(person, places, getLocale()));
            where.addClassName("where");
            foot.add(who, where);
            Button out = new Button(getTranslation("layout.signOut"), click -> UnsavedDialog.before(UI.getCurrent(), authentication::logout));
            out.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
            actions.add(out);
        }, () -> actions.add(new RouterLink(getTranslation("login.title"), LoginView.class)));
        actions.add(new LanguageSwitch());
        foot.add(actions);
        return foot;
    }

    @Override
    public void showRouterLayoutContent(HasElement content) {
        Component view = content.getElement().getComponent().orElseThrow();
        Component main = "main".equals(content.getElement().getTag()) ? view : new Main(view);
        main.setId(CONTENT_ID);
        main.getElement().setAttribute("tabindex", "-1");
        setContent(main);
    }
}
