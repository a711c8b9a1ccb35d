package org.passerelle.catalogue.domain;

import org.passerelle.catalogue.domain.marc.RecordPosition;

/**
 * Something of a file that did not come into the catalogue, or not as the file has it.
 *
 * @param copyRank   which copy of its record, from 1; 0 when it is the record itself
 * @param reason     name of the reason; its words are {@code catalogue.import.reason.<reason>}
 * @param identifier the record's, or null
 * @param barcode    the copy's, or null
 * @param detail     what tells it more precisely, or null
 */
public record ImportRefusal(RecordPosition position, int copyRank, String reason, String identifier, String barcode,
                            String detail) {

    /** Reasons that only the catalogue knows; the others are those of the records themselves. */
    public enum Reason {
        /** Another record of the same file has it; the first one counts. */
        IDENTIFIER_REPEATED,
        /** The catalogue knows it as another work's: title and ISBN are both different. */
        IDENTIFIER_OF_ANOTHER_TITLE,
        /** New, and all of its copies are copies of other titles: it would be a title without any. */
        COPIES_OF_ANOTHER_TITLE,
        /** A copy of another title has this barcode. */
        BARCODE_OF_ANOTHER_TITLE,
        /** Another copy has it in upper case instead of lower or the other way round: a scanner would not tell them apart. */
        BARCODE_IN_OTHER_CASE,
        /** Its branch code means no branch here, and no branch was chosen for such copies. */
        UNKNOWN_BRANCH,
        /** The file says another branch, but the copy is not on its shelf: its branch stays, the rest is taken. */
        NOT_MOVED_WHILE_AWAY,
        /** Taken as {@code OTHER}: neither the record nor a copy's type or shelf mark told its material. */
        MATERIAL_UNKNOWN,
        /** The database would not take the record. */
        NOT_STORED
    }
}
