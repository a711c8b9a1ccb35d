package org.passerelle.circulation.drive.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.passerelle.circulation.drive.service.DaySheet;
import org.passerelle.circulation.drive.service.DaySheet.Appointment;
import org.passerelle.circulation.drive.service.DaySheet.Column;
import org.passerelle.circulation.drive.service.DaySheets.Found;
import org.passerelle.circulation.reservations.service.ReservationDetails;
import org.passerelle.circulation.reservations.service.ReservationNews;
import org.passerelle.platform.ScannedCode;
import org.passerelle.platform.i18n.DateTimes;
import org.passerelle.platform.ui.Note;
import org.passerelle.platform.ui.ScanField;
import org.passerelle.platform.ui.live.EachMinute;
import org.passerelle.slots.domain.SlotLoad;

/** One branch's day in four columns, kept true while it is looked at. */
public class DayBoard extends Div {

    private final ReservationGestures.Desk desk;
    private final UUID branch;
    private final LocalDate day;
    private final Consumer<DaySheet> read;
    private final ScanField find = new ScanField(getTranslation("staff.day.find"), this::find)
            .showingUnanswered();
    private final Button all = new Button(getTranslation("staff.day.all"), click -> showAll());
    private final Note told = new Note();
    private final UnorderedList bars = new UnorderedList();
    private final Map<Column, DayColumn> columns = new EnumMap<>(Column.class);
    private final ReservationGestures gestures;
    private DaySheet sheet;
    private String looked = "";
    /** The words that found something on other days, which is shown instead of the day; or null. */
    private String lookedElsewhere;
    private List<Appointment> otherDays = List.of();
    private final ReservationLinks otherBranches = new ReservationLinks();
    private final Section elsewhere = new Section(new H2(getTranslation("staff.day.elsewhere")), otherBranches);

    /** @param read told each time the day has been read */
    public DayBoard(ReservationGestures.Desk desk, UUID branch, LocalDate day, Consumer<DaySheet> read) {
        this.desk = desk;
        this.branch = branch;
        this.day = day;
        this.read = read;
        this.gestures = new ReservationGestures(desk, told, this::settled, this::refresh);
        all.setVisible(false);
        Div toolbar = new Div(find, all);
        toolbar.addClassName("toolbar");
        bars.addClassName("bars");
        bars.getElement().setAttribute("aria-label", getTranslation("staff.day.slots"));
        Section chart = new Section(bars);
        chart.addClassName("card");
        Div board = new Div();
        board.addClassName("board");
        for (Column column : Column.values()) {
            columns.put(column, new DayColumn(getTranslation("staff.day.column." + column),
                    getTranslation("staff.day.empty." + column), this::card));
            board.add(columns.get(column));
        }
        Paragraph readOnly = new Paragraph(getTranslation("refusal.OTHER_BRANCH"));
        readOnly.addClassNames("message", "message-info");
        elsewhere.addClassName("card");
        elsewhere.setVisible(false);
        add(toolbar, told, chart, elsewhere, board);
        refresh();
        if (!sheet.mayAct()) {
            addComponentAsFirst(readOnly);
        }
        desk.live().follow(this, ReservationNews.DAY_TOPIC.of(branch), this::refresh);
        desk.live().follow(this, EachMinute.TOPIC, this::refresh);
    }

    private void refresh() {
        sheet = desk.sheets().sheet(branch, day);
        if (lookedElsewhere != null) {
            show(desk.sheets().find(branch, lookedElsewhere));
        }
        read.accept(sheet);
        showBars();
        showCards();
    }

    /** Who was looked for has been served; what was found on other days stays, for the day does not show it. */
    private void settled() {
        looked = "";
        all.setVisible(lookedElsewhere != null);
        refresh();
        find.ready();
    }

    private void showBars() {
        int most = sheet.slots().stream().mapToInt(SlotLoad::places).max().orElse(1);
        bars.removeAll();
        sheet.slots().forEach(slot -> bars.add(bar(slot, most)));
        bars.getParent().orElseThrow().setVisible(!sheet.slots().isEmpty());
    }

    private ListItem bar(SlotLoad slot, int most) {
        String time = DateTimes.time(slot.startsAt(), sheet.zone(), getLocale());
        String words = getTranslation("staff.day.slot", time, slot.taken(), slot.places());
        Span label = new Span(time);
        label.addClassName("bar-label");
        Span spoken = new Span(words);
        spoken.addClassName("visually-hidden");
        label.getElement().setAttribute("aria-hidden", "true");
        ListItem bar = new ListItem(label, spoken);
        bar.addClassName("bar");
        bar.setClassName("full", slot.isFull());
        bar.setTitle(words);
        bar.getStyle().set("--value", String.valueOf(Math.min(1, (double) slot.taken() / most)));
        return bar;
    }

    private void showCards() {
        Instant now = desk.clock().instant();
        elsewhere.setVisible(lookedElsewhere != null && otherBranches.getComponentCount() > 0);
        List<Appointment> shown = lookedElsewhere == null
                ? sheet.appointments().stream().filter(this::isLookedFor).toList() : otherDays;
        boolean narrowed = lookedElsewhere != null || !looked.isEmpty();
        columns.forEach((column, cards) -> cards.show(shown.stream()
                .filter(appointment -> appointment.column(now) == column).toList(), narrowed));
    }

    private AppointmentCard card(Appointment appointment) {
        return new AppointmentCard(appointment, sheet, desk.clock().instant(), gestures);
    }

    // Gestures

    private void find(String typed) {
        told.clear();
        lookedElsewhere = null;
        ScannedCode code = new ScannedCode(typed);
        if (code.variants().stream().noneMatch(read -> findHere(read) || openNamed(read) || findOtherDays(read))) {
            find.bad(getTranslation("staff.day.find.none", code.echo()));
            all.setVisible(false);
            showCards();
        }
    }

    private boolean findHere(String read) {
        looked = plain(read);
        List<Appointment> found = sheet.appointments().stream().filter(this::isLookedFor).toList();
        if (looked.isEmpty() || found.isEmpty()) {
            looked = "";
            return false;
        }
        find.good(getTranslation("staff.day.find.found", found.size()));
        all.setVisible(true);
        showCards();
        if (found.size() == 1) {
            columns.get(found.getFirst().column(desk.clock().instant())).focusFirst();
        }
        return true;
    }

    private boolean openNamed(String read) {
        Optional<ReservationDetails> named = desk.book().byCode(read);
        named.ifPresent(reservation -> ReservationGestures.openCase(reservation.id()));
        return named.isPresent();
    }

    private boolean findOtherDays(String read) {
        Found found = desk.sheets().find(branch, read);
        if (found.count() == 1) {
            ReservationGestures.openCase(found.here().isEmpty() ? found.elsewhere().getFirst().appointment().id()
                    : found.here().getFirst().id());
        } else if (found.count() > 1) {
            lookedElsewhere = read;
            show(found);
            find.good(getTranslation("staff.day.find.found", found.count()));
            all.setVisible(true);
            showCards();
        }
        return found.count() > 0;
    }

    private void show(Found found) {
        otherDays = found.here();
        otherBranches.show(found.elsewhere());
    }

    private void showAll() {
        lookedElsewhere = null;
        looked = "";
        all.setVisible(false);
        told.clear();
        showCards();
        find.focus();
    }

    private boolean isLookedFor(Appointment appointment) {
        return looked.isEmpty() || plain(appointment.code()).equals(looked)
                || plain(appointment.cardNumber()).equals(looked)
                || List.of(plain(appointment.patron()).split(" ")).stream().anyMatch(word -> word.startsWith(looked))
                || plain(appointment.patron()).contains(looked);
    }

    /** As it is compared: no accents, no case; a code may be said without its hyphen. */
    private static String plain(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFD).replaceAll("\\p{M}", "").replace("-", "")
                .toLowerCase(Locale.ROOT).strip();
    }
}
