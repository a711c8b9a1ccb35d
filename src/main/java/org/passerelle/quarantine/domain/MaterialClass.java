package org.passerelle.quarantine.domain;

import org.passerelle.catalogue.MaterialType;

/**
 * What quarantine tells apart: paper and plastic keep a virus for different times and bear different methods (REALM
 * tests 1 and 4; NEDCC leaflet 3.5).
 */
public enum MaterialClass {
    /** Bound paper: books and comics without a plastic cover. */
    BOOK,
    /** The same in plastic covers. */
    COVERED_BOOK,
    MAGAZINE,
    /** Plastic cases: CDs and DVDs. */
    CASE,
    GAME,
    OTHER;

    /** @param covered whether the branch covers its books in plastic */
    public static MaterialClass of(MaterialType type, boolean covered) {
        return switch (type) {
            case BOOK, COMIC -> covered ? COVERED_BOOK : BOOK;
            case MAGAZINE -> MAGAZINE;
            case CD, DVD -> CASE;
            case GAME -> GAME;
            case OTHER -> OTHER;
        };
    }
}
