package org.passerelle.circulation.reservations.ui;

import com.vaadin.flow.spring.annotation.SpringComponent;
import org.passerelle.circulation.publicpages.ui.PickupPanel;
import org.passerelle.circulation.reservations.service.PickupCalendar;
import org.passerelle.platform.time.AppClock;
import org.passerelle.platform.ui.live.LiveUpdates;
import org.passerelle.slots.service.PickupSlots;

/** What a {@link PickupPanel} works with, whichever view it stands in. */
@SpringComponent
public record PickupServices(PickupSlots slots, PickupCalendar calendar, LiveUpdates live, AppClock clock) {
}
