package org.passerelle.quarantine.ui;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import org.passerelle.platform.i18n.DateTimes;
import org.passerelle.platform.ui.Tag;
import org.passerelle.platform.ui.Tag.Tone;
import org.passerelle.quarantine.service.AskedRelease;
import org.passerelle.quarantine.service.CratePage;

/** The early releases of a crate that are settled: who asked and why, who decided what. */
class DecidedReleaseList extends Section {

    DecidedReleaseList(CratePage page) {
        addClassName("card");
        UnorderedList list = new UnorderedList();
        list.addClassName("rows");
        page.decided().forEach(request -> list.add(row(request, page)));
        add(new H2(getTranslation("quarantine.decided.title")), list);
    }

    private ListItem row(AskedRelease request, CratePage page) {
        Span what = new Span(request.document() == null ? getTranslation("quarantine.asked.whole") : request.document());
        what.addClassName("row-title");
        ListItem row = new ListItem(what, new Tag(Tone.PLAIN, getTranslation("quarantine.decided." + request.state())));
        row.addClassName("row");
        Span asked = new Span(AskedReleaseList.by(this, request, page.zone()));
        asked.addClassName("row-sub");
        row.add(asked);
        if (request.decidedAt() != null) {
            Span decided = new Span(getTranslation("quarantine.decided.by",
                    request.decidedBy() == null ? "nobody" : request.decidedBy(),
                    DateTimes.dayAndTime(request.decidedAt(), page.zone(), getLocale())));
            decided.addClassName("row-sub");
            row.add(decided);
        }
        return row;
    }
}
