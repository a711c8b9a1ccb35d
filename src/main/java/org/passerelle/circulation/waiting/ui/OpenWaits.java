package org.passerelle.circulation.waiting.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.passerelle.catalogue.CatalogueTopics;
import org.passerelle.circulation.WaitId;
import org.passerelle.circulation.waiting.service.WaitDetails;
import org.passerelle.circulation.waiting.service.WaitFiles;
import org.passerelle.platform.ui.live.LiveUpdates;

/** What a patron waits for at any branch, for staff: each with its branch, and where it stands when somebody asks. */
public class OpenWaits extends Section {

    private final WaitFiles files;
    private final LiveUpdates live;
    private final Runnable changed;
    private final UnorderedList list = new UnorderedList();
    private final Map<WaitId, Row> shown = new HashMap<>();

    /** @param changed called when a title that is waited for has moved: who stands behind may have moved up */
    public OpenWaits(WaitFiles files, LiveUpdates live, Runnable changed) {
        this.files = files;
        this.live = live;
        this.changed = changed;
        addClassName("card");
        list.addClassName("rows");
        add(new H2(getTranslation("patron.waits")), list);
        setVisible(false);
    }

    /** What somebody has opened stays open. */
    public void show(List<WaitDetails> waits) {
        Map<WaitId, WaitDetails> open = waits.stream().collect(Collectors.toMap(WaitDetails::id, wait -> wait));
        shown.entrySet().removeIf(row -> {
            boolean over = !open.containsKey(row.getKey());
            if (over) {
                list.remove(row.getValue());
            }
            return over;
        });
        waits.forEach(wait -> shown.computeIfAbsent(wait.id(), added -> {
            Row row = new Row(wait);
            list.add(row);
            return row;
        }).show(wait));
        setVisible(!shown.isEmpty());
    }

    private class Row extends ListItem {

        private final Div facts = new Div();

        Row(WaitDetails wait) {
            addClassName("row");
            add(new Div(facts, new WaitSteps(wait, files, live)));
            live.follow(this, CatalogueTopics.TITLE.of(wait.title().id()), changed);
        }

        void show(WaitDetails wait) {
            Span title = new Span(wait.title().titleAndAuthor());
            title.addClassName("row-title");
            Div where = new Div(wait.branchName());
            where.addClassName("row-sub");
            facts.removeAll();
            facts.add(title, new Span(" "), WaitCard.state(this, wait), where);
        }
    }
}
