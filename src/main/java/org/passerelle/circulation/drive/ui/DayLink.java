package org.passerelle.circulation.drive.ui;

import com.vaadin.flow.router.RouterLink;
import java.time.LocalDate;
import java.util.UUID;

/** The way to a day at the drive. Made of its address: the page of a reservation stands below the day's and does not know it. */
public class DayLink extends RouterLink {

    public static final String PAGE = "drive";

    DayLink(String text, UUID branch, LocalDate day) {
        setText(text);
        getElement().setAttribute("href", PAGE + "/" + branch + "/" + day);
    }
}
