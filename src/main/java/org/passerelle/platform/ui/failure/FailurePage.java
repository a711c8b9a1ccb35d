package org.passerelle.platform.ui.failure;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.RouterLink;
import org.passerelle.platform.ui.home.HomeView;

/** A page that could not be shown: says so, and offers the way back. */
abstract class FailurePage extends Main implements HasDynamicTitle {

    private String title = "";

    protected FailurePage() {
        addClassNames("page", "narrow");
    }

    /** @param key prefix of the message keys {@code <key>.title} and {@code <key>.text} */
    protected void tell(String key, Object... args) {
        title = getTranslation(key + ".title");
        Div empty = new Div(new H1(title), new Paragraph(getTranslation(key + ".text", args)),
                new RouterLink(getTranslation("error.home"), HomeView.class));
        empty.addClassName("empty");
        add(empty);
    }

    @Override
    public String getPageTitle() {
        return title + " · Passerelle";
    }
}
