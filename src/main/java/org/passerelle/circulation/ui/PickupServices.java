package org.passerelle.circulation.ui;

import com.vaadin.flow.spring.annotation.SpringComponent;
import org.passerelle.circulation.service.PickupCalendar;
import org.passerelle.circulation.service.PickupSlots;
import org.passerelle.platform.time.AppClock;
import org.passerelle.platform.ui.live.LiveUpdates;

/** What a {@link PickupPanel} works with, whichever view it stands in. */
@SpringComponent
record PickupServices(PickupSlots slots, PickupCalendar calendar, LiveUpdates live, AppClock clock) {
}
