package org.passerelle.slots.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.passerelle.platform.i18n.DateTimes;
import org.passerelle.slots.domain.SlotOffer;

/** The slots of one branch: days as headings, each slot a large button that says how many places are left. */
public class SlotChoice extends Div {

    private static final int FIRST_DAYS = 3;
    private static final int MORE_DAYS = 14;

    private final Consumer<Instant> choose;
    private final Div days = new Div();
    private final Map<Instant, NativeButton> buttons = new HashMap<>();
    private List<SlotOffer> shown = List.of();
    private ZoneId zone;
    private Instant chosen;
    private int most = FIRST_DAYS;

    /** @param choose hears which slot was pressed, by its start */
    public SlotChoice(Consumer<Instant> choose) {
        this.choose = choose;
        addClassName("slot-choice");
        add(days);
    }

    /** @param selected the start of the slot chosen so far, or null */
    public void show(List<SlotOffer> offers, ZoneId branchZone, Instant selected) {
        // Buttons that stay the same stay in place: a keyboard's focus survives what others book meanwhile.
        boolean same = branchZone.equals(zone) && freeStarts(offers).equals(freeStarts(shown));
        shown = List.copyOf(offers);
        zone = branchZone;
        chosen = selected;
        if (same) {
            shown.stream().filter(SlotOffer::isFree).forEach(offer -> say(offer));
        } else {
            draw();
        }
        mark();
    }

    private static List<Instant> freeStarts(List<SlotOffer> offers) {
        return offers.stream().filter(SlotOffer::isFree).map(SlotOffer::startsAt).toList();
    }

    private void draw() {
        days.removeAll();
        buttons.clear();
        if (shown.isEmpty()) {
            Paragraph none = new Paragraph(getTranslation("slots.none"));
            none.addClassName("soft");
            days.add(none);
            return;
        }
        TreeMap<LocalDate, List<SlotOffer>> byDay = shown.stream().collect(Collectors.groupingBy(
                offer -> offer.startsAt().atZone(zone).toLocalDate(), TreeMap::new, Collectors.toList()));
        List<LocalDate> dates = new ArrayList<>(byDay.keySet());
        LocalDate chosenDay = chosen == null ? null : chosen.atZone(zone).toLocalDate();
        most = Math.max(most, dates.indexOf(chosenDay) + 1);
        dates.stream().limit(most).forEach(day -> addDay(day, byDay.get(day)));
        if (most < dates.size()) {
            NativeButton more = new NativeButton(getTranslation("slots.more",
                    Math.min(MORE_DAYS, dates.size() - most)), click -> {
                most += MORE_DAYS;
                draw();
                mark();
            });
            more.addClassName("quiet-button");
            days.add(more);
        }
    }

    private void addDay(LocalDate day, List<SlotOffer> offers) {
        H3 heading = new H3(DateTimes.day(day, getLocale()));
        heading.addClassName("slot-day");
        Div slots = new Div();
        slots.addClassName("slots");
        slots.getElement().setAttribute("role", "group");
        slots.getElement().setAttribute("aria-label", heading.getText());
        offers.stream().filter(SlotOffer::isFree).forEach(offer -> slots.add(button(offer)));
        days.add(heading);
        if (slots.getComponentCount() == 0) {
            Paragraph full = new Paragraph(getTranslation("slots.dayFull"));
            full.addClassName("soft");
            days.add(full);
        } else {
            days.add(slots);
        }
    }

    private NativeButton button(SlotOffer offer) {
        Span time = new Span(DateTimes.range(offer.startsAt().atZone(zone).toLocalTime(),
                offer.endsAt().atZone(zone).toLocalTime(), getLocale()));
        time.addClassName("slot-time");
        Span places = new Span(getTranslation("slots.free", offer.free()));
        places.addClassName("slot-places");
        NativeButton button = new NativeButton();
        button.add(time, places);
        button.addClassName("slot");
        button.addClickListener(click -> {
            chosen = offer.startsAt();
            mark();
            choose.accept(chosen);
        });
        buttons.put(offer.startsAt(), button);
        return button;
    }

    private void say(SlotOffer offer) {
        NativeButton button = buttons.get(offer.startsAt());
        if (button != null) {
            ((Span) button.getComponentAt(1)).setText(getTranslation("slots.free", offer.free()));
        }
    }

    private void mark() {
        buttons.forEach((start, button) -> button.getElement()
                .setAttribute("aria-pressed", String.valueOf(start.equals(chosen))));
    }
}
