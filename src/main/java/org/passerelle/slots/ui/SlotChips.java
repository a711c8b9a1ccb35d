package org.passerelle.slots.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.passerelle.platform.i18n.DateTimes;
import org.passerelle.platform.ui.live.LiveUpdates;
import org.passerelle.slots.domain.SlotAudience;
import org.passerelle.slots.domain.SlotOffer;
import org.passerelle.slots.service.PickupSlots;

/**
 * Days as chips, and under them the slots of the chosen day with their free places; what is chosen stays chosen. Whoever
 * is refused a slot sees the nearest free ones first.
 */
public class SlotChips extends Div {

    /** Days shown at first, and more of them each time that further ones are asked for. */
    private static final int DAYS = 14;
    private static final int NEAREST = 3;

    private final PickupSlots slots;
    private final UUID branch;
    private final ZoneId zone;
    private final LocalDate from;
    private final Section nearest = new Section();
    private final Div days = new Div();
    private final Div times = new Div();
    private Map<LocalDate, List<SlotOffer>> offers = Map.of();
    private int shownDays = DAYS;
    private LocalDate day;
    private Instant chosen;
    /** The slot that was refused, until another is chosen; or null. */
    private Instant refused;
    private Runnable whenChosen = () -> { };

    /** @param from the first day offered, in the branch's zone */
    public SlotChips(PickupSlots slots, LiveUpdates live, UUID branch, ZoneId zone, LocalDate from) {
        this.slots = slots;
        this.branch = branch;
        this.zone = zone;
        this.from = from;
        addClassName("slot-chips");
        days.addClassName("chips");
        times.addClassName("chips");
        group(days, "staff.slots.days");
        group(times, "staff.slots.times");
        nearest.addClassName("slots-nearest");
        add(nearest, days, times);
        live.follow(this, PickupSlots.TOPIC.of(branch), this::load);
        load();
    }

    /** Start of the chosen slot, or null. */
    public Instant chosen() {
        return chosen;
    }

    /** The chosen slot was refused: what is free is read again, the nearest to it first. */
    public void refused() {
        refused = chosen;
        chosen = null;
        load();
    }

    /** What to do as soon as a slot is chosen. */
    public void whenChosen(Runnable then) {
        whenChosen = then;
    }

    /** Reads again what is free. */
    void load() {
        offers = slots.offers(branch, from, PickupSlots.MOST_DAYS, SlotAudience.STAFF).stream().collect(Collectors.groupingBy(
                offer -> offer.startsAt().atZone(zone).toLocalDate(), TreeMap::new, Collectors.toList()));
        if (day == null || !offers.containsKey(day)) {
            day = offers.entrySet().stream().filter(of -> of.getValue().stream().anyMatch(SlotOffer::isFree))
                    .map(Map.Entry::getKey).findFirst().orElse(null);
        }
        show();
    }

    private void showNearest() {
        nearest.removeAll();
        List<SlotOffer> free = refused == null ? List.of() : slots.nearestFree(branch, refused, NEAREST, SlotAudience.STAFF);
        nearest.setVisible(!free.isEmpty());
        if (!free.isEmpty()) {
            Div chips = new Div();
            chips.addClassName("chips");
            group(chips, "staff.slots.nearest");
            free.forEach(offer -> chips.add(chip(DateTimes.dayAndTime(offer.startsAt(), zone, getLocale()) + " · "
                    + getTranslation("staff.slots.free", offer.free()), false, () -> take(offer.startsAt()))));
            nearest.add(new Paragraph(getTranslation("staff.slots.nearest")), chips);
        }
    }

    private void show() {
        showNearest();
        days.removeAll();
        times.removeAll();
        if (day == null) {
            times.add(new Paragraph(getTranslation("staff.slots.none")));
            return;
        }
        List<LocalDate> dates = List.copyOf(offers.keySet());
        shownDays = Math.max(shownDays, dates.indexOf(day) + 1);
        dates.stream().limit(shownDays).forEach(each -> days.add(chip(DateTimes.shortDay(each, getLocale()),
                each.equals(day), () -> choose(each))));
        if (shownDays < dates.size()) {
            days.add(chip(getTranslation("slots.more", Math.min(DAYS, dates.size() - shownDays)), false,
                    () -> showFrom(dates.get(shownDays))));
        }
        offers.get(day).forEach(offer -> times.add(time(offer)));
    }

    private Button time(SlotOffer offer) {
        Button chip = chip(DateTimes.time(offer.startsAt(), zone, getLocale()) + " · "
                + getTranslation("staff.slots.free", offer.free()), offer.startsAt().equals(chosen),
                () -> choose(offer.startsAt()));
        chip.setEnabled(offer.isFree() || offer.startsAt().equals(chosen));
        return chip;
    }

    private Button chip(String text, boolean pressed, Runnable press) {
        Button chip = new Button(text, click -> press.run());
        chip.addClassName("chip");
        chip.getElement().setAttribute("aria-pressed", String.valueOf(pressed));
        return chip;
    }

    private void choose(LocalDate other) {
        day = other;
        show();
        focusPressed(days);
    }

    /** Further days, beginning with that one; what was chosen stays so. */
    private void showFrom(LocalDate first) {
        shownDays += DAYS;
        choose(first);
    }

    private void take(Instant slot) {
        day = slot.atZone(zone).toLocalDate();
        choose(slot);
    }

    private void choose(Instant slot) {
        chosen = slot;
        refused = null;
        show();
        focusPressed(times);
        whenChosen.run();
    }

    /** The chips are drawn anew: who came by keyboard stays where they were. */
    private static void focusPressed(Div chips) {
        chips.getChildren().map(Button.class::cast)
                .filter(chip -> "true".equals(chip.getElement().getAttribute("aria-pressed")))
                .findFirst().ifPresent(Button::focus);
    }

    private void group(Div chips, String labelKey) {
        chips.getElement().setAttribute("role", "group");
        chips.getElement().setAttribute("aria-label", getTranslation(labelKey));
    }
}
