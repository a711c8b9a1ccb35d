package org.passerelle.platform.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;

/** The bar above every screen. Each place takes no room while nothing stands in it. */
public class TopBar extends Div {

    private final Div search = place("bar-search");
    private final Div branch = place("bar-branch");
    private final Div help = place("bar-help");

    /** @param start what stands there on a phone alone: the way to the menu, and the name */
    TopBar(Component... start) {
        addClassNames("top-bar", "bare");
        Div left = place("bar-start");
        left.add(start);
        add(left, search, branch, help);
    }

    /** Where one scans or searches: at the left. */
    public void search(Component field) {
        fill(search, field);
    }

    /** Where the person works: at the right. */
    public void branch(Component where) {
        fill(branch, where);
    }

    /** What helps with the screen: last. */
    public void help(Component button) {
        fill(help, button);
    }

    /** Below the bar, over its whole width. */
    void below(Component sentence) {
        add(sentence);
    }

    private void fill(Div place, Component content) {
        place.removeAll();
        place.add(content);
        removeClassName("bare");
    }

    private static Div place(String name) {
        Div place = new Div();
        place.addClassName(name);
        return place;
    }
}
