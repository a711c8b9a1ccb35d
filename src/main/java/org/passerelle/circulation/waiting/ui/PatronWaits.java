package org.passerelle.circulation.waiting.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.passerelle.circulation.WaitId;
import org.passerelle.circulation.reservations.service.NewReservations.Reserved;
import org.passerelle.circulation.reservations.ui.PickupServices;
import org.passerelle.circulation.waiting.service.WaitDetails;
import org.passerelle.circulation.waiting.service.WaitFiles;
import org.passerelle.circulation.waiting.service.WaitNews;
import org.passerelle.circulation.waiting.service.WaitingList;
import org.passerelle.notification.CallsAbout;
import org.passerelle.platform.journal.Journal.Channel;
import org.passerelle.platform.ui.cases.ToDo;

/** What one patron waits for, each with what can be done about it. */
public class PatronWaits extends Div {

    private final WaitingList list;
    private final PickupServices services;
    private final Set<WaitId> shown = new HashSet<>();

    public PatronWaits(WaitingList list, PickupServices services) {
        this.list = list;
        this.services = services;
        addClassName("patron-waits");
    }

    /** Those of the patron signed in; what is asked for later, by whomever, joins them. */
    public void showMine(UUID patron, Consumer<Reserved> reserved) {
        showMine(patron, list::mine, reserved);
    }

    /** The same at one branch. */
    public void showMineAt(UUID branch, UUID patron, Consumer<Reserved> reserved) {
        showMine(patron, () -> list.mine().stream().filter(wait -> wait.branch().equals(branch)).toList(), reserved);
    }

    private void showMine(UUID patron, Supplier<List<WaitDetails>> waits, Consumer<Reserved> reserved) {
        addNew(waits.get(), reserved);
        services.live().follow(this, WaitNews.of(patron), () -> addNew(waits.get(), reserved));
    }

    /** Cards that stand there already live on by themselves, and still tell how a wait ended. */
    private void addNew(List<WaitDetails> waits, Consumer<Reserved> reserved) {
        if (isEmpty()) {
            addHeading(waits);
        }
        waits.stream().filter(wait -> shown.add(wait.id())).forEach(wait -> add(new WaitCard(WaitGestures.ofPatron(wait,
                list, services.slots(), services.clock(), reserved), services.live())));
    }

    /** Those of a patron whom staff serve, at their branch. @param channel by which the patron answers */
    public void show(UUID patron, UUID branch, WaitFiles files, Supplier<Channel> channel, Consumer<Reserved> reserved) {
        List<WaitDetails> waits = list.of(patron).stream().filter(wait -> wait.branch().equals(branch)).toList();
        removeAll();
        if (!waits.isEmpty()) {
            add(toDo(waits.stream().map(WaitDetails::id).toList(), files));
        }
        addHeading(waits);
        waits.forEach(wait -> {
            WaitCard card = new WaitCard(WaitGestures.ofStaff(wait, channel, list, services.slots(), services.clock(), reserved),
                    services.live());
            card.add(new WaitSteps(wait, files, services.live()));
            add(card);
        });
    }

    private ToDo toDo(List<WaitId> waits, WaitFiles files) {
        ToDo toDo = new ToDo(files.toDo(waits));
        services.live().follow(toDo, CallsAbout.TOPIC.any(), () -> toDo.show(files.toDo(waits)));
        return toDo;
    }

    public boolean isEmpty() {
        return getComponentCount() == 0;
    }

    private void addHeading(List<WaitDetails> waits) {
        if (!waits.isEmpty()) {
            add(new H2(getTranslation("wait.heading")));
        }
    }
}
