package org.passerelle.circulation.publicpages.ui.basket;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.data.binder.ValidationResult;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.passerelle.circulation.CirculationRefusal;
import org.passerelle.circulation.waiting.service.WaitingList;
import org.passerelle.platform.time.AppClock;
import org.passerelle.platform.ui.DateWords;

/**
 * The last day on which the patron wants what is away, or nothing. What is wrong with it is said at the field, where it
 * stays to be put right; the basket remembers only a day that may be asked for.
 */
class WantedUntil extends DatePicker {

    private final AppClock clock;

    WantedUntil(Basket basket, AppClock clock) {
        this.clock = clock;
        setWidthFull();
        setLabel(getTranslation("basket.wantedUntil"));
        setHelperText(getTranslation("basket.wantedUntil.help", WaitingList.LONGEST));
        DateWords.localised(this, getLocale());
        String outOfRange = getTranslation(CirculationRefusal.WANTED_UNTIL_OUT_OF_RANGE.messageKey(), WaitingList.LONGEST);
        setI18n(getI18n().setMinErrorMessage(outOfRange).setMaxErrorMessage(outOfRange));
        countIn(ZoneOffset.UTC);
        setValue(basket.wantedUntil());
        addValueChangeListener(change -> basket.wantUntil(check().isError() ? null : change.getValue()));
    }

    /** @param zone in which the days of the branch are counted */
    void countIn(ZoneId zone) {
        LocalDate today = clock.instant().atZone(zone).toLocalDate();
        setMin(today);
        setMax(today.plusDays(WaitingList.LONGEST));
    }

    /** Says at the field what is wrong, and leads there. */
    boolean isRefused() {
        ValidationResult checked = check();
        setInvalid(checked.isError());
        if (checked.isError()) {
            setErrorMessage(checked.getErrorMessage());
            // On a phone the focus would open the calendar over the sentence.
            getElement().executeJs("this.scrollIntoView({block: 'center'})");
        }
        return checked.isError();
    }

    private ValidationResult check() {
        return getDefaultValidator().apply(getValue(), null);
    }
}
