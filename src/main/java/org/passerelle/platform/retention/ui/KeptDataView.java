package org.passerelle.platform.retention.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Duration;
import java.time.ZoneId;
import org.passerelle.platform.i18n.DateTimes;
import org.passerelle.platform.retention.KeptDataBook;
import org.passerelle.platform.retention.KeptDataBook.Kept;

/** What is kept about people, for how long, and what the last night has forgotten, for administrators to read. */
@Route("kept-data")
@RolesAllowed("ADMIN")
public class KeptDataView extends Div implements HasDynamicTitle {

    private final ZoneId zone;

    public KeptDataView(KeptDataBook book) {
        this.zone = book.zone();
        addClassNames("page", "narrow");
        Paragraph sub = new Paragraph(getTranslation("keptData.sub"));
        sub.addClassName("sub");
        Div header = new Div(new H1(getTranslation("keptData.title")), sub);
        header.addClassName("page-header");
        UnorderedList list = new UnorderedList();
        list.addClassNames("rows", "card");
        book.all().forEach(kept -> list.add(row(kept)));
        // Nothing else here takes the focus: who has no mouse scrolls from it.
        Section whole = new Section(list);
        whole.getElement().setAttribute("tabindex", "0").setAttribute("aria-label", getTranslation("keptData.title"));
        add(header, whole);
    }

    private ListItem row(Kept kept) {
        Span what = new Span(getTranslation(kept.messageKey()));
        what.addClassName("row-title");
        Span facts = new Span(period(kept.keepFor()) + " · " + lastRun(kept));
        facts.addClassName("row-sub");
        Div row = new Div(what, facts);
        row.addClassName("row");
        return new ListItem(row);
    }

    private String period(Duration keepFor) {
        return keepFor.toDays() > 0 ? getTranslation("keptData.days", keepFor.toDays())
                : getTranslation("keptData.hours", keepFor.toHours());
    }

    private String lastRun(Kept kept) {
        return kept.lastRun() == null ? getTranslation("keptData.noRunYet") : getTranslation("keptData.lastRun",
                DateTimes.dayAndTime(kept.lastRun(), zone, getLocale()), kept.forgotten());
    }

    @Override
    public String getPageTitle() {
        return getTranslation("keptData.title") + " · Passerelle";
    }
}
