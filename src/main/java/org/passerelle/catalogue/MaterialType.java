package org.passerelle.catalogue;

/** What kind of thing a copy is, as far as lending and quarantine tell things apart. */
public enum MaterialType {
    BOOK,
    COMIC,
    MAGAZINE,
    CD,
    DVD,
    GAME,
    /** Anything else, and what nothing in the record or the profile could tell. */
    OTHER
}
