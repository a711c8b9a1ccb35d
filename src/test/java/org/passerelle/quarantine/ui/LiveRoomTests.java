package org.passerelle.quarantine.ui;

import com.vaadin.browserless.BrowserlessUIContext;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.passerelle.quarantine.CrateId;
import org.passerelle.quarantine.CrateTests;
import org.passerelle.quarantine.room.ui.RoomView;
import org.passerelle.support.Screens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** An agent's screen that stays open, while colleagues and the clock change what stands in the room. */
abstract class LiveRoomTests extends CrateTests {

    static final LocalDate DUE = LocalDate.parse("2026-12-31");

    @Autowired
    ApplicationContext context;

    Screens screens;
    BrowserlessUIContext screen;

    @BeforeEach
    void anAgentBeforeTheRoom() {
        screens = new Screens(context, RoomView.class, CrateView.class);
        screen = screens.of(agent);
    }

    @AfterEach
    void close() {
        screens.close();
    }

    void open(CrateId crate) {
        Screens.enter(screen, "crate/" + crate.value(), "");
    }

    void openRoom(BrowserlessUIContext window, UUID of) {
        Screens.enter(window, "quarantine/" + of, "");
    }
}
