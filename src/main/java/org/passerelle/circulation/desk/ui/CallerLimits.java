package org.passerelle.circulation.desk.ui;

import com.vaadin.flow.component.html.Div;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.passerelle.catalogue.TitleInfo;
import org.passerelle.circulation.CirculationRefusal;
import org.passerelle.circulation.reservations.service.PatronHoldings;
import org.passerelle.circulation.reservations.service.PatronHoldings.Held;
import org.passerelle.circulation.reservations.service.PatronHoldings.Room;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.ui.Note;

/** What the card of who calls still allows, for the agent on the telephone: known before the first title is dictated. */
class CallerLimits extends Div {

    private final PatronHoldings holdings;
    private final Note room = new Note();
    private final Note twice = new Note();

    CallerLimits(PatronHoldings holdings) {
        this.holdings = holdings;
        add(room, twice);
    }

    /** @param patron or null while nobody is chosen; @param titles dictated so far */
    void show(UUID patron, Collection<TitleInfo> titles) {
        room.clear();
        twice.clear();
        Optional<Room> found = patron == null ? Optional.empty() : holdings.room(patron);
        found.ifPresent(known -> show(known, patron, titles));
    }

    private void show(Room known, UUID patron, Collection<TitleInfo> titles) {
        int documents = known.documents() + titles.size();
        switch (known.check(Math.max(1, titles.size()))) {
            case Outcome.Refused<Void> no -> room.due("staff.caller." + no.reason(), no.args());
            case Outcome.Done<Void> within when titles.isEmpty() -> room.done("staff.caller.room", documents,
                    known.limits().maxDocuments(), known.reservations(), known.limits().maxOpenReservations());
            case Outcome.Done<Void> within -> room.done("staff.caller.with", documents, known.limits().maxDocuments(),
                    known.reservations() + 1, known.limits().maxOpenReservations(), titles.size());
        }
        Map<UUID, Held> held = held(patron, titles);
        String names = titles.stream().filter(title -> held.containsKey(title.id())).map(TitleInfo::title)
                .collect(Collectors.joining(", "));
        if (!names.isEmpty()) {
            twice.due("staff.caller." + (known.limits().sameTitleAgain() ? "twiceAllowed"
                    : CirculationRefusal.TITLES_ALREADY_THEIRS), names);
        }
    }

    private Map<UUID, Held> held(UUID patron, Collection<TitleInfo> titles) {
        return holdings.held(patron, titles.stream().map(TitleInfo::id).toList());
    }

    /** A refusal in the words of who serves the patron. */
    String sentence(Outcome.Refused<?> no) {
        return switch (no.reason()) {
            case CirculationRefusal.PATRON_BLOCKED, CirculationRefusal.TOO_MANY_RESERVATIONS,
                 CirculationRefusal.TOO_MANY_DOCUMENTS, CirculationRefusal.TITLES_ALREADY_THEIRS,
                 CirculationRefusal.TOO_MANY_WAITS -> getTranslation("staff.caller." + no.reason(), no.args());
            default -> getTranslation(no.reason().messageKey(), no.args());
        };
    }
}
