package org.passerelle.quarantine.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.UUID;
import org.passerelle.platform.time.AppClock;
import org.passerelle.quarantine.domain.ReturnSource;
import org.passerelle.quarantine.service.ReturnScan;

/** What holds for the documents that are being scanned: by which way they came, since when, and how they are laid. */
class ScanConditions extends Div {

    private final AppClock clock;
    private final Select<ReturnSource> source = new Select<>();
    private final Checkbox stacked = new Checkbox(getTranslation("returns.stacked"), true);
    private final Checkbox earlier = new Checkbox(getTranslation("returns.earlier"));
    private final DateTimePicker droppedOff = new DateTimePicker(getTranslation("returns.droppedOff"));
    private ZoneId zone = ZoneId.of("UTC");

    /** @param changed what follows a choice: the focus belongs to the scan field */
    ScanConditions(AppClock clock, Runnable changed) {
        this.clock = clock;
        addClassNames("toolbar", "scan-conditions");
        source.setAriaLabel(getTranslation("returns.source"));
        source.setItems(ReturnSource.values());
        source.setItemLabelGenerator(way -> getTranslation("returns.source." + way));
        source.setValue(ReturnSource.DESK);
        source.addValueChangeListener(change -> {
            earlier.setValue(change.getValue() == ReturnSource.BOX);
            changed.run();
        });
        stacked.addValueChangeListener(change -> changed.run());
        droppedOff.setLocale(Locale.FRENCH.getLanguage().equals(getLocale().getLanguage()) ? Locale.FRANCE : Locale.UK);
        droppedOff.setVisible(false);
        earlier.addValueChangeListener(change -> {
            droppedOff.setVisible(change.getValue());
            droppedOff.setMax(now());
            droppedOff.setValue(change.getValue() ? now() : null);
        });
        droppedOff.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                changed.run();
            }
        });
        add(source, stacked, earlier, droppedOff);
    }

    void at(ZoneId branchZone) {
        zone = branchZone;
    }

    private LocalDateTime now() {
        return clock.instant().atZone(zone).toLocalDateTime().withSecond(0).withNano(0);
    }

    ReturnScan scan(UUID branch, String barcode) {
        LocalDateTime at = earlier.getValue() ? droppedOff.getValue() : null;
        return new ReturnScan(branch, barcode, stacked.getValue(), at == null ? null : at.atZone(zone).toInstant(),
                source.getValue());
    }
}
