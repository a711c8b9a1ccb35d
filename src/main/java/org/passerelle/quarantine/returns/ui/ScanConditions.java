package org.passerelle.quarantine.returns.ui;

import com.vaadin.flow.component.HasValue.ValueChangeEvent;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.timepicker.TimePicker;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.passerelle.circulation.CirculationRefusal;
import org.passerelle.platform.Refusal;
import org.passerelle.platform.time.AppClock;
import org.passerelle.platform.ui.DateWords;
import org.passerelle.quarantine.QuarantineRefusal;
import org.passerelle.quarantine.domain.ReturnSource;
import org.passerelle.quarantine.returns.service.ReturnScan;
import org.passerelle.quarantine.returns.ui.ScanLog.Conditions;
import org.passerelle.quarantine.room.service.CrateRoom.Place;

/** What holds for the documents that are being scanned: by which way they came, since when, and how they are laid. */
class ScanConditions extends Div {

    private static final Set<Refusal> OF_THE_DAY = Set.of(QuarantineRefusal.DROPPED_OFF_IN_FUTURE,
            QuarantineRefusal.DROPPED_OFF_TOO_LONG_AGO, CirculationRefusal.DROPPED_OFF_BEFORE_LOAN);

    private final AppClock clock;
    private final Runnable chosen;
    private final ScanLog log;
    private Place place;
    private final Select<ReturnSource> source = new Select<>();
    private final Checkbox stacked = new Checkbox(getTranslation("returns.stacked"), true);
    private final Checkbox earlier = new Checkbox(getTranslation("returns.earlier"));
    private final DatePicker day;
    private final TimePicker time = new TimePicker(getTranslation("returns.droppedOff.time"));
    private final Div droppedOff = new Div();
    private ZoneId zone = ZoneId.of("UTC");

    /**
     * @param log    keeps what is chosen: who looks at a crate meanwhile goes on as before
     * @param chosen what follows a choice: the focus belongs to the scan field
     */
    ScanConditions(ScanLog log, AppClock clock, Runnable chosen) {
        this.log = log;
        this.clock = clock;
        this.chosen = chosen;
        addClassNames("toolbar", "scan-conditions");
        source.setAriaLabel(getTranslation("returns.source"));
        source.setItems(ReturnSource.values());
        source.setItemLabelGenerator(way -> getTranslation("returns.source." + way));
        source.setValue(ReturnSource.DESK);
        source.addValueChangeListener(change -> {
            earlier.setValue(change.getValue() == ReturnSource.BOX);
            follow(change);
        });
        stacked.addValueChangeListener(this::follow);
        earlier.addValueChangeListener(change -> {
            showDropOff(change.getValue());
            follow(change);
        });
        day = DateWords.localised(new DatePicker(getTranslation("returns.droppedOff")), getLocale());
        // Typed at a desk: the calendar opens by its button.
        day.setAutoOpen(false);
        day.setManualValidation(true);
        day.addValueChangeListener(this::follow);
        // A desk may stay open overnight.
        day.addOpenedChangeListener(opened -> day.setMax(now().toLocalDate()));
        DateWords.localised(time, getLocale());
        time.setManualValidation(true);
        time.addValueChangeListener(this::follow);
        droppedOff.add(day, time);
        droppedOff.addClassName("drop-off");
        showDropOff(false);
        add(source, stacked, earlier, droppedOff);
    }

    /** Scanned there from now on, under what was chosen there last. */
    void at(Place here) {
        place = here;
        zone = here.zone();
        log.conditions(here, clock.instant()).ifPresent(before -> {
            source.setValue(before.source());
            stacked.setValue(before.stacked());
            earlier.setValue(before.droppedOff() != null);
            if (before.droppedOff() != null) {
                day.setValue(before.droppedOff().toLocalDate());
                time.setValue(before.droppedOff().toLocalTime());
            }
        });
    }

    private void showDropOff(boolean shown) {
        LocalDateTime now = now();
        day.setValue(now.toLocalDate());
        time.setValue(now.toLocalTime());
        droppedOff.setVisible(shown);
        unmark();
    }

    private LocalDateTime now() {
        return clock.instant().atZone(zone).toLocalDateTime().withSecond(0).withNano(0);
    }

    private void follow(ValueChangeEvent<?> change) {
        if (place != null) {
            LocalDateTime droppedOff = !earlier.getValue() || day.isEmpty() || time.isEmpty() ? null
                    : day.getValue().atTime(time.getValue());
            log.chosen(new Conditions(place, source.getValue(), stacked.getValue(), droppedOff), clock.instant());
        }
        if (change.isFromClient()) {
            unmark();
            chosen.run();
        }
    }

    private void unmark() {
        day.setInvalid(false);
        time.setInvalid(false);
    }

    /** Empty where the drop-off cannot be read; it is said at its field. */
    Optional<ReturnScan> scan(UUID branch, String barcode) {
        unmark();
        if (!earlier.getValue()) {
            return Optional.of(new ReturnScan(branch, barcode, stacked.getValue(), null, source.getValue()));
        }
        if (day.isEmpty()) {
            wrong(day, getTranslation("returns.droppedOff.dayWrong"));
            return Optional.empty();
        }
        if (time.isEmpty()) {
            wrong(time, getTranslation("returns.droppedOff.timeWrong"));
            return Optional.empty();
        }
        return Optional.of(new ReturnScan(branch, barcode, stacked.getValue(),
                day.getValue().atTime(time.getValue()).atZone(zone).toInstant(), source.getValue()));
    }

    /** Marks the field that the refusal is about, where it is one of these. */
    void refused(Refusal reason, String sentence) {
        if (OF_THE_DAY.contains(reason)) {
            wrong(day, sentence);
        }
    }

    private static void wrong(HasValidationProperties field, String sentence) {
        field.setErrorMessage(sentence);
        field.setInvalid(true);
    }
}
