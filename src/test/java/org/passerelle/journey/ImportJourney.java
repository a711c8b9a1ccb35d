package org.passerelle.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.passerelle.support.browser.Screen.button;
import static org.passerelle.support.browser.Screen.check;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.catalogue.ui.CatalogueView;
import org.passerelle.catalogue.ui.ImportReportView;
import org.passerelle.catalogue.ui.ImportView;
import org.passerelle.catalogue.ui.TitleView;
import org.passerelle.platform.network.Branch;
import org.passerelle.platform.network.BranchRepository;
import org.passerelle.platform.security.Role;
import org.passerelle.support.browser.Browser;
import org.passerelle.support.browser.JourneyTest;
import org.passerelle.support.browser.LooksAt;
import org.passerelle.support.browser.People;
import org.springframework.beans.factory.annotation.Autowired;

@JourneyTest
@LooksAt({CatalogueView.class, TitleView.class, ImportView.class, ImportReportView.class})
class ImportJourney {

    private static final String MANAGER = "import.manager";

    @Autowired
    People people;
    @Autowired
    BranchRepository branches;

    @BeforeEach
    void aManagerAndABranch() {
        people.staff(MANAGER, "Awa Diallo", Role.MANAGER, Set.of());
        if (branches.findByCode("CEN").isEmpty()) {
            branches.save(new Branch("CEN", "Bibliothèque centrale", null, null, ZoneId.of("Europe/Paris"), null, null));
        }
    }

    @Test
    void aManagerImportsAFileAndEverybodyFindsItsTitles(Browser browser) {
        Page desk = browser.desk(Locale.FRANCE);
        browser.signIn(desk, MANAGER);
        desk.navigate("catalogue/import");
        assertThat(desk.getByText("Déposer un fichier")).isVisible();
        check(desk, "import-upload");

        upload(desk, Path.of("src/test/resources/marc/six-records.marc21.mrc"));
        assertThat(desk.getByText("Les Fleurs du mal")).isVisible();
        check(desk, "import-prepare");
        button(desk, "Importer le fichier").click();

        assertThat(desk.getByText("terminé")).isVisible();
        assertThat(desk.getByText("Notice sans identifiant", new Page.GetByTextOptions().setExact(true))).isVisible();
        check(desk, "import-report");

        Page phone = browser.phone(Locale.FRANCE);
        phone.navigate("catalogue");
        phone.getByLabel("Chercher un titre").fill("maupasant bel");
        phone.keyboard().press("Enter");
        Locator found = phone.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("Bel-Ami")).first();
        assertThat(found).isVisible();
        check(phone, "catalogue-phone");
        found.click();
        assertThat(phone.getByText("en rayon · R MAU")).isVisible();
        check(phone, "title-phone");
        phone.navigate("catalogue?q=fleurs+xyzzyx");
        assertThat(phone.getByText("Aucun titre trouvé")).isVisible();
        check(phone, "catalogue-empty-phone");
    }

    @Test
    void fiveHundredRealRecordsAreImported(Browser browser) {
        Path real = Path.of("../shared/data/french-500.marc8.mrc");
        assumeTrue(Files.isReadable(real), "the 500 French records are not beside the project");
        Page desk = browser.desk(Locale.FRANCE);
        browser.signIn(desk, MANAGER);
        desk.navigate("catalogue/import");
        upload(desk, real);
        assertThat(desk.getByText("Tout le fichier a été parcouru")).isVisible();
        desk.getByLabel("DESMARAIS (756 exemplaires)").click();
        desk.getByRole(AriaRole.OPTION, new GetByRoleOptions().setName("Bibliothèque centrale")).click();
        button(desk, "Importer le fichier").click();
        assertThat(desk.getByText("terminé")).isVisible(new IsVisibleOptions().setTimeout(60_000));
        assertThat(desk.locator("dt", new Page.LocatorOptions().setHasText("Exemplaires créés")).locator("+ dd"))
                .hasText("756");
        check(desk, "import-report-500");

        desk.navigate("catalogue");
        assertThat(desk.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("Titres suivants"))).isVisible();
        check(desk, "catalogue");
    }

    private static void upload(Page page, Path file) {
        page.locator("vaadin-upload input[type=file]").setInputFiles(file);
    }
}
