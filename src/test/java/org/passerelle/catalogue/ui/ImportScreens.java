package org.passerelle.catalogue.ui;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.select.SelectTester;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadTester;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.passerelle.catalogue.service.Imports;
import org.passerelle.platform.network.Branch;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.support.CatalogueFixture;
import org.passerelle.support.PasserelleTest;
import org.passerelle.support.Screens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A manager before the import of files, and the words for what stands on its screens. */
@PasserelleTest
abstract class ImportScreens {

    static final String OTHERWISE = "Tout autre code";
    static final String LOOKED_THROUGH = "Tout le fichier a été parcouru";

    @Autowired
    ApplicationContext product;
    @Autowired
    CatalogueFixture catalogue;

    final CurrentUser diallo = Imports.manager("Mme Diallo");
    Imports imports;
    Screens screens;
    UUID centre;

    @BeforeEach
    void twoBranches() {
        centre = catalogue.branch("CEN");
        catalogue.branch("PORT");
        imports = new Imports(product);
        screens = new Screens(product, ImportView.class);
    }

    @AfterEach
    void closeScreens() {
        screens.close();
    }

    static void upload(BrowserlessUIContext screen, String name, byte[] bytes) {
        screen.test(UploadTester.class, screen.find(Upload.class).single()).upload(name, "application/marc", bytes);
        screen.roundTrip();
    }

    static void press(BrowserlessUIContext screen, String text) {
        screen.test(button(screen, text)).click();
        screen.roundTrip();
    }

    static Button button(BrowserlessUIContext screen, String text) {
        return screen.find(Button.class).withText(text).single();
    }

    static TextField field(BrowserlessUIContext screen, String label) {
        return screen.find(TextField.class).withCaption(label).single();
    }

    static void choose(BrowserlessUIContext screen, String label, String branch) {
        screen.test(SelectTester.class, select(screen, label)).selectItem(branch);
    }

    @SuppressWarnings("unchecked")
    static Select<Branch> select(BrowserlessUIContext screen, String label) {
        return (Select<Branch>) screen.find(Select.class).all().stream()
                .filter(select -> Screens.withOrdinarySpaces(select.getLabel()).equals(label)).findFirst()
                .orElseThrow(() -> new AssertionError("no field " + label + " in " + Screens.text(screen)));
    }
}
