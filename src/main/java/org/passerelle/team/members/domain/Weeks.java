package org.passerelle.team.members.domain;

import java.time.LocalDate;
import java.time.temporal.IsoFields;

/** The weeks in which a working day recurs. */
public enum Weeks {
    EVERY, ODD, EVEN;

    /** Weeks are odd or even by their number in the year (ISO 8601): after week 53 comes 1, two odd ones in a row. */
    public boolean include(LocalDate day) {
        return this == EVERY || (day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR) % 2 == 1) == (this == ODD);
    }
}
