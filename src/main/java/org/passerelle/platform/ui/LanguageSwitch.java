package org.passerelle.platform.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import java.util.Locale;
import org.passerelle.platform.i18n.Messages;

/** Offers each other language, by its own name and in its own words. */
public class LanguageSwitch extends Div {

    public LanguageSwitch() {
        addClassName("languages");
        Messages.LOCALES.stream().filter(language -> !language.equals(Messages.supported(getLocale())))
                .forEach(language -> add(button(language)));
    }

    private static Button button(Locale language) {
        String name = language.getDisplayLanguage(language);
        Button button = new Button(name.substring(0, 1).toUpperCase(language) + name.substring(1),
                click -> UnsavedDialog.before(UI.getCurrent(), () -> Language.choose(language)));
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        button.getElement().setAttribute("lang", language.getLanguage());
        return button;
    }
}
