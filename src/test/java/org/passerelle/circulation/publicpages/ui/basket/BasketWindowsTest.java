package org.passerelle.circulation.publicpages.ui.basket;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.flow.component.button.Button;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.passerelle.catalogue.ui.TitleView;
import org.passerelle.circulation.drive.Drive;
import org.passerelle.support.PasserelleTest;
import org.passerelle.support.Screens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** One basket in two windows of a visit says the same in both. */
@PasserelleTest
class BasketWindowsTest {

    @Autowired
    ApplicationContext context;
    @Autowired
    Drive drive;

    @Test
    void whatIsAddedInOneWindowIsSeenInTheOtherAndWhatIsRemovedToo() {
        UUID branch = drive.branch("PORT");
        UUID title = drive.title(branch, "Germinal", 1);
        try (Screens screens = new Screens(context, BasketView.class, TitleView.class)) {
            List<BrowserlessUIContext> windows = screens.two(drive.as(drive.patron("Awa", "Diallo")));
            BrowserlessUIContext basket = windows.getFirst();
            BrowserlessUIContext catalogue = windows.getLast();
            basket.activate();
            basket.navigate("basket", BasketView.class);
            assertThat(Screens.text(basket)).contains("Votre panier est vide");
            catalogue.activate();
            catalogue.navigate("title/" + title, TitleView.class);

            press(catalogue, "Ajouter au panier");
            Screens.await(basket, () -> Screens.text(basket).contains("Germinal"));

            press(basket, "Enlever");
            Screens.await(catalogue, () -> catalogue.find(Button.class).withText("Ajouter au panier").exists());
        }
    }

    private static void press(BrowserlessUIContext window, String button) {
        window.activate();
        window.test(window.find(Button.class).withText(button).single()).click();
    }
}
