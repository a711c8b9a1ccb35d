package org.passerelle.circulation.publicpages.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.RouterLink;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.passerelle.patrons.domain.Patron;
import org.passerelle.patrons.domain.PatronCategory;
import org.passerelle.patrons.domain.PatronRepository;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.platform.security.Role;
import org.passerelle.platform.ui.accounts.AccountView;
import org.passerelle.support.PasserelleTest;
import org.passerelle.support.Screens;
import org.springframework.beans.factory.annotation.Autowired;

@PasserelleTest
class ContactViewTest extends SpringBrowserlessTest {

    @Autowired
    PatronRepository patrons;

    @Test
    void aPatronFindsFromTheirAccountWhereToAskForCalls() {
        UUID awa = patrons.save(new Patron("1001", "Awa", "Diop", PatronCategory.ADULT, Locale.FRENCH)).id();
        as(new CurrentUser(UUID.randomUUID(), "Awa", Role.PATRON, Set.of(), awa));
        navigate("account", AccountView.class);
        assertThat(find(RouterLink.class).all()).extracting(RouterLink::getHref).contains("account/contact");

        navigate("account/contact", ContactView.class);
        find(RadioButtonGroup.class).single().setValue(true);
        save();
        assertThat(phone().isInvalid()).isTrue();

        phone().setValue("06 12 34 56 78");
        save();
        assertThat(patrons.findById(awa).orElseThrow()).satisfies(saved -> {
            assertThat(saved.prefersPhone()).isTrue();
            assertThat(saved.phone()).isEqualTo("06 12 34 56 78");
        });
    }

    @Test
    void whatWasTypedIsNotLostWithoutAQuestion() {
        UUID awa = patrons.save(new Patron("1001", "Awa", "Diop", PatronCategory.ADULT, Locale.FRENCH)).id();
        as(new CurrentUser(UUID.randomUUID(), "Awa", Role.PATRON, Set.of(), awa));
        navigate("account/contact", ContactView.class);
        phone().setValue("06 12 34 56 78");

        UI.getCurrent().navigate("account");

        assertThat(find(ConfirmDialog.class).all()).hasSize(1);
        assertThat(phone().getValue()).isEqualTo("06 12 34 56 78");
    }

    @Test
    void staffHaveNoSuchPage() {
        as(new CurrentUser(UUID.randomUUID(), "Nadia", Role.AGENT, Set.of(), null));

        navigate("account", AccountView.class);

        assertThat(find(RouterLink.class).all()).extracting(RouterLink::getHref).doesNotContain("account/contact");
    }

    private void save() {
        find(Button.class).all().stream().filter(button -> "Enregistrer".equals(button.getText())).findFirst()
                .orElseThrow().click();
    }

    private TextField phone() {
        return find(TextField.class).all().stream().filter(field -> "Téléphone".equals(field.getLabel())).findFirst()
                .orElseThrow();
    }

    private static void as(CurrentUser user) {
        UI.getCurrent().setLocale(Locale.FRENCH);
        Screens.signIn(user);
    }
}
