package org.passerelle.circulation.publicpages.ui.home;

import org.passerelle.circulation.publicpages.ui.ContactView;
import org.passerelle.circulation.publicpages.ui.MyReservationsView;
import org.passerelle.circulation.publicpages.ui.basket.BasketView;
import org.passerelle.platform.ui.AccountPage;
import org.passerelle.platform.ui.Audience;
import org.passerelle.platform.ui.MenuEntry;
import org.passerelle.platform.ui.MenuGroup;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The public's lines of the menu, and what a patron's account leads to. */
@Configuration
class PatronMenu {

    @Bean
    MenuEntry basketEntry() {
        return new MenuEntry(MenuGroup.DAILY, 51, "basket.title", BasketView.class, Audience.PUBLIC);
    }

    @Bean
    AccountPage contactPage() {
        return new AccountPage("contact.title", ContactView.class, Audience.PATRONS);
    }

    @Bean
    MenuEntry myReservationsEntry() {
        return new MenuEntry(MenuGroup.DAILY, 52, "my.title", MyReservationsView.class, Audience.PATRONS);
    }
}
