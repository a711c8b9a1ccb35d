package org.passerelle.slots.domain;

import java.time.DayOfWeek;
import java.time.LocalTime;

/** Part of each week in which a branch hands over, in the branch's own time. */
public record OpeningWindow(DayOfWeek weekday, LocalTime starts, LocalTime ends) {
}
