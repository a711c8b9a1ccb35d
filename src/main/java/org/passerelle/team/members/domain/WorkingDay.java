package org.passerelle.team.members.domain;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;

/** A weekday on which somebody works: from when to when, by the clock of their branch, and whether from home. */
@Embeddable
public record WorkingDay(@Enumerated(EnumType.STRING) Weeks weeks, @Enumerated(EnumType.STRING) DayOfWeek weekday,
                         LocalTime starts, LocalTime ends, boolean telework) {

    boolean isOn(LocalDate day) {
        return weekday == day.getDayOfWeek() && weeks.include(day);
    }

    /** From beginning to end, breaks included. */
    public Duration span() {
        return Duration.between(starts, ends);
    }
}
