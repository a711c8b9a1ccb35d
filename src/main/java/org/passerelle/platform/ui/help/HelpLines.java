package org.passerelle.platform.ui.help;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;

/**
 * The help of one screen: the text {@code help.screen.<class of the view>}, which its module has in both languages. Each of
 * its lines is one line of help; what stands between backticks is a key.
 */
public final class HelpLines {

    /** Lines of a screen, those of the frame included: more is not read while somebody waits. */
    public static final int MOST = 5;

    private HelpLines() {
    }

    /** The message key of that view's lines. */
    public static String key(Class<?> view) {
        return "help.screen." + view.getSimpleName();
    }

    public static List<String> of(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    static UnorderedList list(List<String> lines) {
        UnorderedList list = new UnorderedList();
        list.addClassName("help-lines");
        lines.forEach(line -> list.add(item(line)));
        return list;
    }

    private static ListItem item(String line) {
        ListItem item = new ListItem();
        String[] parts = line.split("`");
        for (int i = 0; i < parts.length; i++) {
            Span part = new Span(parts[i]);
            if (i % 2 == 1) {
                part.addClassName("kbd");
            }
            item.add(part);
        }
        return item;
    }
}
