package org.passerelle.quarantine.domain;

/** How careful a branch has to be; its manager says which. */
public enum Situation {
    ORDINARY,
    REINFORCED
}
