package org.passerelle.circulation.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.passerelle.circulation.service.Reservations.Reserved;
import org.passerelle.circulation.service.WaitDetails;
import org.passerelle.circulation.service.WaitingList;
import org.passerelle.platform.journal.Journal.Channel;

/** What one patron waits for, each with what can be done about it. */
class PatronWaits extends Div {

    private final WaitingList list;
    private final PickupServices services;

    PatronWaits(WaitingList list, PickupServices services) {
        this.list = list;
        this.services = services;
        addClassName("patron-waits");
    }

    /** Those of the patron signed in. */
    void showMine(Consumer<Reserved> reserved) {
        showMine(list.mine(), reserved);
    }

    /** Those of the patron signed in at one branch. */
    void showMineAt(UUID branch, Consumer<Reserved> reserved) {
        showMine(list.mine().stream().filter(wait -> wait.branch().equals(branch)).toList(), reserved);
    }

    private void showMine(List<WaitDetails> waits, Consumer<Reserved> reserved) {
        removeAll();
        addHeading(waits);
        waits.forEach(wait -> add(new WaitCard(WaitGestures.ofPatron(wait, list, services.slots(), services.clock(),
                reserved), services.live())));
    }

    /** Those of a patron whom staff serve, at their branch. @param channel by which the patron answers */
    void show(UUID patron, UUID branch, Supplier<Channel> channel, Consumer<Reserved> reserved) {
        List<WaitDetails> waits = list.of(patron).stream().filter(wait -> wait.branch().equals(branch)).toList();
        removeAll();
        addHeading(waits);
        waits.forEach(wait -> add(new WaitCard(WaitGestures.ofStaff(wait, channel, list, services.slots(),
                services.clock(), reserved), services.live())));
    }

    boolean isEmpty() {
        return getComponentCount() == 0;
    }

    private void addHeading(List<WaitDetails> waits) {
        if (!waits.isEmpty()) {
            add(new H2(getTranslation("wait.heading")));
        }
    }
}
