package org.passerelle.circulation.drive.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.passerelle.circulation.drive.Drive.SLOT;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTester;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.circulation.ReservationId;
import org.passerelle.circulation.reservations.service.ReservationNews;
import org.passerelle.platform.ui.live.LiveUpdates;
import org.passerelle.platform.ui.live.Topic;
import org.passerelle.support.PaperLabel;
import org.passerelle.support.Statements;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

/** What an agent does with one reservation from its own screen. */
class ReservationScreenTest extends DriveScreens {

    @Autowired
    LiveUpdates live;
    @Autowired
    ApplicationEventPublisher events;

    private ReservationId id;

    @BeforeEach
    void somebodyWhoIsCalledHasReserved() {
        patron = drive.patronByPhone("Marcel", "Petit");
        id = reserve("Germinal");
    }

    // The label

    @Test
    void theLabelIsPrintedAgainForAsLongAsTheBagStands() throws Exception {
        ReservationGestures.openCase(id);
        assertThat(labels()).isEmpty();
        drive.pick(agent, id);
        drive.bag(agent, id);
        ReservationGestures.openCase(id);

        assertThat(label().scanned()).isEqualTo(drive.see(agent, id).code());

        drive.handOverAll(agent, id).value();
        ReservationGestures.openCase(id);
        assertThat(labels()).isEmpty();
    }

    @Test
    void staffOfAnotherBranchHaveNoLabelToPrint() {
        drive.pick(agent, id);
        drive.bag(agent, id);
        signIn(drive.agentOf(drive.branch("GARE")));
        ReservationGestures.openCase(id);

        assertThat(texts()).anyMatch(text -> text.contains("Marcel Petit"));
        assertThat(labels()).isEmpty();
    }

    // Live

    @Test
    void whatHappensToOthersOfTheBranchIsNotReadHere() {
        ReservationGestures.openCase(id);
        texts();

        assertThat(Statements.during(() -> {
            events.publishEvent(ReservationNews.DAY_TOPIC.of(branch));
            letLiveUpdatesIn();
        })).isEmpty();
        assertThat(Statements.during(() -> {
            events.publishEvent(ReservationNews.of(id));
            letLiveUpdatesIn();
        })).isNotEmpty();
    }

    // By word of mouth

    @Test
    void whoHeardItOnTheTelephoneIsNotCalledBackAboutACancellation() {
        ReservationGestures.openCase(id);
        button("Annuler la réservation").click();
        assertThat(texts()).anyMatch(text -> text.contains("est à appeler"));
        toldAloud().setValue(true);
        assertThat(texts()).noneMatch(text -> text.contains("est à appeler"))
                .anyMatch(text -> text.contains("aucun appel n’arrive"));
        confirm();
        engine.runDueJobs();

        assertThat(drive.templatesWritten(id)).doesNotContain("drive-cancelled");
        assertThat(drive.templatesStill(id, "TO_CALL")).isEmpty();
    }

    @Test
    void norAboutAChangeOfSlot() {
        ReservationGestures.openCase(id);
        button("Changer de créneau").click();
        toldAloud().setValue(true);
        all(Button.class).filter(chip -> chip.getText().contains("places"))
                .findFirst().orElseThrow().click();
        lastButton("Changer de créneau").click();
        engine.runDueJobs();

        assertThat(drive.see(agent, id).slotStartsAt()).isNotEqualTo(SLOT);
        assertThat(drive.templatesWritten(id)).doesNotContain("drive-slot-changed");
        assertThat(drive.templatesStill(id, "TO_CALL")).isEmpty();
    }

    /** Those that were told before this are read when it returns. */
    private void letLiveUpdatesIn() {
        AtomicBoolean told = new AtomicBoolean();
        Topic last = new Topic.Kind("last").of(UUID.randomUUID());
        Div listener = new Div();
        live.follow(listener, last, () -> told.set(true));
        UI.getCurrent().add(listener);
        events.publishEvent(last);
        await().pollInSameThread().until(() -> {
            find(Main.class).exists();
            roundTrip();
            return told.get();
        });
        UI.getCurrent().remove(listener);
    }

    private Checkbox toldAloud() {
        return all(Checkbox.class).filter(box -> box.getLabel().startsWith("Déjà dit")).findFirst().orElseThrow();
    }

    private Stream<Anchor> labels() {
        return all(Anchor.class).filter(link -> link.getText().startsWith("Étiquette"));
    }

    private PaperLabel label() throws IOException {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        new AnchorTester(labels().findFirst().orElseThrow()).download(pdf);
        return new PaperLabel(pdf.toByteArray());
    }
}
