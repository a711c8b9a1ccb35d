package org.passerelle.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.passerelle.support.browser.Screen.button;
import static org.passerelle.support.browser.Screen.check;
import static org.passerelle.support.browser.Screen.text;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;

/** A manager changes how long a quarantine lasts, and puts it back, in the browser. */
final class ManagersRule {

    private ManagersRule() {
    }

    /** @param own what the names of this journey end with */
    static void change(Page manager, String own) {
        manager.navigate("policies/quarantine-policy");
        assertThat(text(manager, "décide en ce moment")).isVisible();
        check(manager, "policy");
        hours(manager).fill("trois jours");
        hours(manager).blur();
        assertThat(manager.getByText("il faut un nombre entier").first()).isVisible();
        check(manager, "policy-fault");
        hours(manager).fill("192");
        hours(manager).blur();
        assertThat(manager.getByText("actuellement 168").first()).isVisible();
        button(manager, "Voir les conséquences").click();
        assertThat(manager.locator("#content").getByText("Médiathèque D" + own).first()).isVisible();
        assertThat(manager.getByRole(AriaRole.STATUS).getByText(Pattern.compile("caisses? fermées? garde"))).isVisible();
        assertThat(manager.getByText("Ferrand" + own)).hasCount(0);
        check(manager, "policy-impact-new");
        manager.getByLabel("aussi pour ce qui est choisi").check();
        manager.getByLabel("Pourquoi ce changement").fill("Consigne");
        Locator tick = manager.locator(".impact vaadin-grid vaadin-checkbox").nth(1);
        tick.click();
        assertThat(manager.getByText("Ferrand" + own)).hasCount(0);
        check(manager, "policy-impact-chosen");
        tick.click();
        assertThat(manager.getByText("Ferrand" + own).first()).isVisible();
        manager.getByLabel(Pattern.compile("aussi pour tout ce qui est en cours")).check();
        assertThat(manager.getByText("Ferrand" + own).first()).isVisible();
        assertThat(manager.getByLabel("Pourquoi ce changement")).hasValue("Consigne");
        manager.getByLabel("Pourquoi ce changement").fill("");
        button(manager, "Publier").click();
        assertThat(manager.getByText("Dites pourquoi.").first()).isVisible();
        check(manager, "policy-impact");
        publish(manager, "Consigne préfectorale");
    }

    static void putBack(Page manager) {
        button(manager, "Comparer, Version 1").click();
        assertThat(manager.getByText("La version 1 répond autrement à 1 cas")).isVisible();
        check(manager, "policy-compared");
        button(manager, "Reprendre, Version 1").click();
        assertThat(manager.getByText("actuellement 192").first()).isVisible();
        button(manager, "Voir les conséquences").click();
        publish(manager, "Consigne levée");
        check(manager, "policy-versions");
    }

    private static void publish(Page manager, String reason) {
        manager.getByLabel("Pourquoi ce changement").fill(reason);
        manager.getByLabel("Pourquoi ce changement").press("Control+Enter");
        assertThat(manager.getByText(Pattern.compile("La version \\d+ est publiée")).first()).isVisible();
        assertThat(manager.getByText(reason).first()).isVisible();
    }

    /** Of the row for books that are stacked, the seventh; each row has its hours and its contact time. */
    private static Locator hours(Page manager) {
        return manager.locator(".policy-editor vaadin-text-field.number input").nth(12);
    }
}
