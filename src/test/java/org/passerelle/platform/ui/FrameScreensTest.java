package org.passerelle.platform.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.login.LoginForm;
import com.vaadin.flow.router.RouterLink;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.catalogue.ui.CatalogueView;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.platform.security.Role;
import org.passerelle.platform.ui.accounts.LoginView;
import org.passerelle.platform.ui.accounts.TrialAccounts;
import org.passerelle.platform.ui.home.HomeView;
import org.passerelle.support.PasserelleTest;
import org.passerelle.support.Screens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What stands around the screens: the menu and the way in. */
@PasserelleTest
class FrameScreensTest {

    private static final List<String> PUBLIC = List.of("", "catalogue", "basket");
    private static final List<String> PATRONS = List.of("", "catalogue", "basket", "my");
    private static final List<String> AGENTS =
            List.of("", "inbox", "drive", "reserve", "returns", "quarantine", "catalogue", "patrons", "outbox", "teams", "my-work");
    private static final List<String> MANAGERS =
            List.of("branches", "slots", "staff", "policies", "catalogue/import", "incidents");

    @Autowired
    ApplicationContext context;
    @Autowired
    List<MenuEntry> entries;

    Screens screens;

    @BeforeEach
    void everyScreenOfTheMenuCanBeReached() {
        screens = new Screens(context, Stream.concat(Stream.of(MainLayout.class, LoginView.class, HomeView.class), entries.stream().map(MenuEntry::view))
                .toArray(Class<?>[]::new));
    }

    @AfterEach
    void closeScreens() {
        screens.close();
    }

    @Test
    void theMenuShowsWhatTheRoleMayUse() {
        assertThat(menu(screens.nobody())).isEqualTo(PUBLIC);
        assertThat(menu(screens.of(user(Role.PATRON)))).isEqualTo(PATRONS);
        assertThat(menu(screens.of(user(Role.AGENT)))).isEqualTo(AGENTS);
        List<String> everything = Stream.concat(AGENTS.stream(), MANAGERS.stream()).toList();
        assertThat(menu(screens.of(user(Role.MANAGER)))).isEqualTo(everything);
        assertThat(menu(screens.of(user(Role.ADMIN)))).isEqualTo(Stream.concat(everything.stream(), Stream.of("security", "kept-data"))
                .toList());
    }

    @Test
    void aPageIsCalledAsTheMenuCallsIt() {
        for (Role role : List.of(Role.PATRON, Role.ADMIN)) {
            BrowserlessUIContext window = screens.of(user(role));
            for (MenuEntry entry : MenuEntry.usable(entries, Optional.of(user(role)))) {
                window.navigate(entry.view());
                assertThat(window.getUI().getInternals().getTitle()).as(entry.view().getSimpleName())
                        .isEqualTo(window.getUI().getTranslation(entry.messageKey()) + " · Passerelle");
            }
        }
    }

    @Test
    void theFirstPageIsTheHomeForEverybody() {
        assertThat(first(screens.nobody())).isInstanceOf(HomeView.class);
        assertThat(List.of(Role.values())).allSatisfy(role ->
                assertThat(first(screens.of(user(role)))).isInstanceOf(HomeView.class));
    }

    @Test
    void anAgentWhoTypesTheAddressOfAManagersPageIsRefused() {
        for (MenuEntry entry : entries) {
            if (entry.audience() == Audience.MANAGERS) {
                BrowserlessUIContext agent = screens.of(user(Role.AGENT));
                assertThatThrownBy(() -> agent.navigate(entry.view())).as(entry.messageKey()).isNotNull();
                assertThat(agent.getCurrentView()).isNotInstanceOf(entry.view());
            }
        }
    }

    @Test
    void theSignInPageOfARealLibraryShowsNoAccount() {
        BrowserlessUIContext visitor = screens.nobody();

        visitor.navigate(LoginView.class);

        assertThat(visitor.find(LoginForm.class).exists()).isTrue();
        assertThat(visitor.find(H2.class).exists()).isFalse();
        assertThat(context.getBeansOfType(TrialAccounts.class)).isEmpty();
    }

    private static HasElement first(BrowserlessUIContext window) {
        Screens.enter(window, "", "");
        return window.getCurrentView();
    }

    private static List<String> menu(BrowserlessUIContext window) {
        window.navigate(CatalogueView.class);
        return window.find(RouterLink.class).withClassName("menu-link").all().stream().map(RouterLink::getHref).toList();
    }

    private static CurrentUser user(Role role) {
        return new CurrentUser(UUID.randomUUID(), "Camille", role, Set.of(),
                role == Role.PATRON ? UUID.randomUUID() : null);
    }
}
