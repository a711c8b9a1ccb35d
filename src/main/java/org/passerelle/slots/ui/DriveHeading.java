package org.passerelle.slots.ui;

import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.Locale;
import java.util.Optional;
import org.passerelle.platform.i18n.DateTimes;
import org.passerelle.platform.i18n.Messages;
import org.passerelle.platform.network.WorkingBranch.Place;
import org.passerelle.platform.ui.home.HomeHeading;
import org.passerelle.slots.service.DriveHours;

/** Until when the drive hands over today, or from when. */
@SpringComponent
class DriveHeading implements HomeHeading {

    private final DriveHours hours;
    private final Messages messages;

    DriveHeading(DriveHours hours, Messages messages) {
        this.hours = hours;
        this.messages = messages;
    }

    @Override
    public Optional<String> of(Place at, Locale language) {
        return hours.today(at.id()).map(today -> messages.text(language, "home.drive." + today.state(),
                today.at() == null ? "" : DateTimes.time(today.at(), language)));
    }
}
