package org.passerelle.quarantine.returns.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.catalogue.CopyInfo;
import org.passerelle.circulation.CirculationRefusal;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.network.WorkingBranch;
import org.passerelle.platform.time.AppClock;
import org.passerelle.platform.ui.BranchScreen;
import org.passerelle.platform.ui.ScanField;
import org.passerelle.platform.ui.live.LiveUpdates;
import org.passerelle.quarantine.QuarantineRefusal;
import org.passerelle.quarantine.returns.service.ReturnScan;
import org.passerelle.quarantine.returns.service.ReturnsDesk;
import org.passerelle.quarantine.returns.service.ReturnsDesk.Scanned;
import org.passerelle.quarantine.returns.service.UndoneScans;
import org.passerelle.quarantine.returns.ui.ScanLog.Refused;
import org.passerelle.quarantine.returns.ui.ScanLog.Taken;
import org.passerelle.quarantine.room.service.CrateRoom;
import org.passerelle.quarantine.room.service.CrateRoom.Place;
import org.passerelle.quarantine.service.CrateNews;
import org.passerelle.quarantine.ui.CrateGestures;
import org.passerelle.quarantine.ui.CrateView;

/** Scan, scan, scan: each document that comes back closes its loan, and the screen says where it goes. */
@Route("returns")
@RolesAllowed("AGENT")
public class ReturnsView extends Main implements BranchScreen, HasDynamicTitle {

    private final ReturnsDesk desk;
    private final UndoneScans undone;
    private final LiveUpdates live;
    private final CrateRoom room;
    private final CrateGestures.Desk crates;
    private final ScanLog log;
    private final AppClock clock;
    private final ScanField scan = new ScanField(getTranslation("staff.scan"), this::scanned)
            .keepingUnanswered();
    private final ScanConditions conditions;
    private final ScannedList scanned;
    private final Div aside = new Div();
    private final List<Place> mine;
    private Place place;

    ReturnsView(ReturnsDesk desk, UndoneScans undone, CrateRoom room, CrateGestures.Desk crates, ScanLog log,
                WorkingBranch working, LiveUpdates live, AppClock clock) {
        this.desk = desk;
        this.undone = undone;
        this.room = room;
        this.crates = crates;
        this.log = log;
        this.clock = clock;
        this.live = live;
        this.conditions = new ScanConditions(log, clock, scan::focus);
        List<Place> places = room.places();
        this.scanned = new ScannedList(places, log, clock.instant(), this::undo);
        addClassNames("page", "returns-view");
        this.mine = places.stream().filter(Place::mine).toList();
        Paragraph sub = new Paragraph(getTranslation("returns.sub"));
        sub.addClassName("sub");
        Div header = new Div(new Div(new H1(getTranslation("returns.title")), sub));
        header.addClassName("page-header");
        add(header);
        if (mine.isEmpty()) {
            Paragraph none = new Paragraph(getTranslation("returns.noBranch"));
            none.addClassName("empty");
            add(none);
        } else {
            Place here = working.among(mine, Place::id).orElse(mine.getFirst());
            Div columns = new Div(new Div(scan, conditions, scanned), aside);
            columns.addClassName("case-columns");
            add(columns);
            show(here);
        }
    }

    @Override
    public Optional<Shown> shownBranch() {
        return Optional.ofNullable(place).map(here -> new Shown(here.id(), here.name()));
    }

    @Override
    public void workAt(UUID branch) {
        mine.stream().filter(each -> each.id().equals(branch)).findFirst().ifPresent(this::show);
    }

    private void show(Place chosen) {
        place = chosen;
        conditions.at(chosen);
        aside.removeAll();
        OpenCrates open = new OpenCrates(room, crates, chosen, scan::focus,
                filling -> scanned.keepUndoable(chosen, filling));
        live.follow(open, CrateNews.ROOM_TOPIC.of(chosen.id()), open::show);
        aside.add(open);
        scan.focus();
    }

    private void scanned(String code) {
        conditions.scan(place.id(), code).ifPresentOrElse(this::scanned,
                () -> refused(code, getTranslation("returns.droppedOff.wrong"), false));
    }

    private void scanned(ReturnScan what) {
        switch (desk.scan(log.isShelved(what.barcode()) ? what.again() : what)) {
            case Outcome.Done<Scanned> done -> {
                scanned.add(new Taken(done.value(), what.droppedOff(), place, clock.instant()));
                scan.good(scanned.sentence(done.value()));
            }
            case Outcome.Refused<Scanned> no when no.reason() == CirculationRefusal.UNKNOWN_BARCODE ->
                    crates.pages().withCode(what.barcode()).ifPresentOrElse(crate -> UI.getCurrent()
                            .navigate(CrateView.class, crate.value().toString()), () -> refused(no, what));
            case Outcome.Refused<Scanned> no -> refused(no, what);
        }
    }

    private void refused(Outcome.Refused<Scanned> no, ReturnScan what) {
        String sentence = getTranslation(no.reason().messageKey(), no.args());
        conditions.refused(no.reason(), sentence);
        refused(what.barcode(), sentence, no.reason() == QuarantineRefusal.COPY_OUT_OF_USE);
    }

    private void refused(String barcode, String sentence, boolean toPage) {
        scan.bad(sentence);
        scanned.add(new Refused(barcode, sentence, toPage, place, clock.instant()));
    }

    private boolean undo(Taken what) {
        CopyInfo copy = what.scanned().copy();
        return switch (what.isFromCase() ? undone.notShelved(copy) : undone.undo(what.scanned().id())) {
            case Outcome.Done<Void> done -> {
                scan.good(getTranslation(what.isFromCase() ? "staff.putBack.undone" : "returns.undone", copy.titleText()));
                yield true;
            }
            case Outcome.Refused<Void> no -> {
                scan.bad(getTranslation(no.reason().messageKey(), no.args()));
                yield false;
            }
        };
    }

    @Override
    public String getPageTitle() {
        return getTranslation("returns.title") + " · Passerelle";
    }
}
