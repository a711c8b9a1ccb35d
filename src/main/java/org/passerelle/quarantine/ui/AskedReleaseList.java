package org.passerelle.quarantine.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.ZoneId;
import org.passerelle.platform.i18n.DateTimes;
import org.passerelle.platform.ui.Tag;
import org.passerelle.platform.ui.Tag.Tone;
import org.passerelle.quarantine.service.AskedRelease;
import org.passerelle.quarantine.service.CratePage;

/** What somebody has asked to have out of a crate early: who, why, and who may decide. */
class AskedReleaseList extends Section {

    AskedReleaseList(CratePage page) {
        addClassName("card");
        UnorderedList list = new UnorderedList();
        list.addClassName("rows");
        page.asked().forEach(asked -> list.add(row(asked, page)));
        Paragraph waits = new Paragraph(getTranslation("quarantine.asked.waits", page.branchName()));
        waits.addClassName("soft");
        add(new H2(getTranslation("quarantine.asked.title")), list, waits);
    }

    /** Who has asked for it, when, and why. */
    static String by(Component screen, AskedRelease asked, ZoneId zone) {
        return screen.getTranslation("quarantine.asked.by", asked.by() == null ? "nobody" : asked.by(),
                DateTimes.dayAndTime(asked.at(), zone, UI.getCurrent().getLocale())) + " · " + asked.reason();
    }

    private ListItem row(AskedRelease asked, CratePage page) {
        Span what = new Span(asked.document() == null ? getTranslation("quarantine.asked.whole") : asked.document());
        what.addClassName("row-title");
        ListItem row = new ListItem(what, new Tag(Tone.DUE, getTranslation("quarantine.asked.tag")));
        row.addClassName("row");
        Span sub = new Span(by(this, asked, page.zone())
                + (asked.mine() ? " · " + getTranslation("quarantine.asked.mine") : ""));
        sub.addClassName("row-sub");
        row.add(sub);
        return row;
    }
}
