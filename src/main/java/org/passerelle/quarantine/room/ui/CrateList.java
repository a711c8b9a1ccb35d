package org.passerelle.quarantine.room.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLink;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.passerelle.platform.i18n.DateTimes;
import org.passerelle.platform.ui.Tag;
import org.passerelle.platform.ui.Tag.Tone;
import org.passerelle.quarantine.domain.CrateState;
import org.passerelle.quarantine.room.service.CrateRoom.CrateInRoom;
import org.passerelle.quarantine.ui.CrateView;
import org.passerelle.quarantine.ui.CrateWords;

/** Crates by the day of their release. */
class CrateList extends Div {

    private final ZoneId zone;

    CrateList(List<CrateInRoom> crates, ZoneId zone) {
        this.zone = zone;
        Map<LocalDate, List<CrateInRoom>> days = crates.stream().collect(Collectors.groupingBy(
                crate -> crate.releaseAt().atZone(zone).toLocalDate(), LinkedHashMap::new, Collectors.toList()));
        days.forEach((day, ofDay) -> {
            OrderedList list = new OrderedList();
            list.addClassName("rows");
            ofDay.forEach(crate -> list.add(row(crate)));
            add(new H3(getTranslation(ofDay.getFirst().state() == CrateState.OPEN ? "quarantine.releaseExpected"
                    : "quarantine.release", DateTimes.day(day, getLocale()))), list);
        });
    }

    private ListItem row(CrateInRoom crate) {
        RouterLink code = new RouterLink(crate.code(), CrateView.class, crate.id().value().toString());
        code.addClassNames("row-title", "code");
        Div tags = CrateWords.tags(this, crate.state(), crate.late(), crate.blocked());
        if (crate.releaseAsked()) {
            tags.add(new Tag(Tone.DUE, getTranslation("quarantine.releaseAsked")));
        }
        Span sub = new Span(CrateWords.kind(this, crate.material(), crate.stacked())
                + " · " + getTranslation("quarantine.documents", crate.documents())
                + " · " + getTranslation("quarantine.row.release", DateTimes.time(crate.releaseAt(), zone, getLocale())));
        sub.addClassName("row-sub");
        ListItem row = new ListItem(code, tags, sub);
        row.addClassName("row");
        return row;
    }
}
