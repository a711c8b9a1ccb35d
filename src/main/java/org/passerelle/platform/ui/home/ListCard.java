package org.passerelle.platform.ui.home;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouterLink;
import java.util.Locale;

/** A list on the home: heading with its number, the way to the screen that holds the whole, rows, what is left out. */
public class ListCard extends Section {

    private final Div head = new Div();
    private final H2 heading = new H2();
    private final UnorderedList rows = new UnorderedList();

    public ListCard(String titleKey) {
        addClassNames("card", "list-card");
        head.addClassName("card-header");
        head.add(heading);
        heading.setText(getTranslation(titleKey));
        rows.addClassName("rows");
        add(head, rows);
    }

    /** @param many in words where a number does not say it */
    public ListCard counting(Object many) {
        count(heading, many);
        return this;
    }

    /** Puts a number beside a heading. */
    public static H2 count(H2 heading, Object count) {
        Span number = new Span(String.valueOf(count));
        number.addClassName("count");
        heading.add(new Text(" "), number);
        return heading;
    }

    /** What writes dates into it asks for its language. */
    @Override
    public Locale getLocale() {
        return super.getLocale();
    }

    /** The way on, beside the heading. */
    public ListCard leadingTo(RouterLink link) {
        head.add(link);
        return this;
    }

    public void add(Row row) {
        rows.add(row);
    }

    /** What the card leaves out, or what is to be known of the whole. */
    public void foot(Component words) {
        Div foot = new Div(words);
        foot.addClassName("card-foot");
        add(foot);
    }

    /** The way to an address of the product, for screens that the card's module does not know. */
    public static RouterLink link(String words, String address) {
        return link(words, address, QueryParameters.empty());
    }

    public static RouterLink link(String words, String address, QueryParameters query) {
        RouterLink link = new RouterLink();
        link.setText(words);
        link.getElement().setAttribute("href", query.getQueryString().isEmpty() ? address
                : address + "?" + query.getQueryString());
        return link;
    }

    /** One thing: what or who, the one word or date that matters, and what else is to be known. */
    public static class Row extends ListItem {

        /** @param title a text, or the way to the thing */
        public Row(Component title) {
            addClassName("row");
            title.addClassName("row-title");
            super.add(title);
        }

        /** Stands before it: an hour. */
        public Row led(String by) {
            Span lead = new Span(by);
            lead.addClassNames("row-lead", "num");
            addComponentAsFirst(lead);
            addClassName("led");
            return this;
        }

        public Row tagged(Component tag) {
            tag.addClassName("row-side");
            super.add(tag);
            return this;
        }

        public Row about(String words) {
            return about(new Span(words));
        }

        public Row about(Component sub) {
            sub.addClassName("row-sub");
            super.add(sub);
            return this;
        }
    }
}
