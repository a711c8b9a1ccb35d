package org.passerelle.slots.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.LocalTime;
import java.util.List;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.i18n.DateTimes;
import org.passerelle.slots.service.SlotSettings.Day;
import org.passerelle.slots.service.SlotSettings.Preview;

/** The coming seven days as they would be, and what becomes of what is booked. */
class SlotPreview extends Div {

    private final Div content = new Div();

    SlotPreview() {
        addClassNames("card", "slots-preview");
        content.getElement().setAttribute("aria-live", "polite");
        add(new H2(getTranslation("slots.preview")), content);
    }

    void show(Outcome<Preview> outcome) {
        content.removeAll();
        if (!outcome.isDone()) {
            content.add(soft("slots.preview.wrong"));
            return;
        }
        Preview preview = outcome.value();
        preview.week().forEach(day -> content.add(day(day)));
        if (preview.outside() > 0) {
            content.add(due("slots.preview.outside", preview.outside()));
        }
        if (preview.overlapping() > 0) {
            content.add(due("slots.preview.overlapping", preview.overlapping()));
        }
        if (preview.crowded() > 0) {
            content.add(due("slots.preview.crowded", preview.crowded()));
        }
        if (preview.outside() == 0 && preview.overlapping() == 0 && preview.crowded() == 0) {
            content.add(soft("slots.preview.unaffected"));
        }
    }

    private Div day(Day day) {
        Span name = new Span(DateTimes.shortDay(day.day(), getLocale()));
        Div row = new Div(name, new Span(words(day)));
        row.addClassName("preview-day");
        return row;
    }

    private String words(Day day) {
        List<LocalTime> starts = day.starts();
        if (starts.isEmpty()) {
            return getTranslation(day.closed() ? "slots.preview.closedDay" : "slots.preview.noSlot");
        }
        return getTranslation("slots.preview.day", starts.size(), day.places(),
                DateTimes.time(starts.getFirst(), getLocale()), DateTimes.time(starts.getLast(), getLocale()));
    }

    private Paragraph soft(String key) {
        Paragraph sentence = new Paragraph(getTranslation(key));
        sentence.addClassName("soft");
        return sentence;
    }

    private Paragraph due(String key, int count) {
        Paragraph sentence = new Paragraph(getTranslation(key, count));
        sentence.addClassNames("message", "message-due");
        return sentence;
    }
}
