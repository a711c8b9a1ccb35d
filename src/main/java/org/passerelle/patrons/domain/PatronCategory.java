package org.passerelle.patrons.domain;

/** What kind of card it is; the limits depend on it. A group is a school, a care home or the like. */
public enum PatronCategory {
    ADULT, CHILD, GROUP
}
