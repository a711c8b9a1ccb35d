package org.passerelle.catalogue.domain.marc;

/**
 * One copy as its field describes it, in the words of the library that sent it.
 *
 * @param barcode    trimmed, 1 to {@link #LONGEST_BARCODE} characters, no control character
 * @param shelfMark  null when not given
 * @param branchCode null when not given
 * @param copyType   null when not given
 */
public record CopyData(String barcode, String shelfMark, String branchCode, String copyType) {

    public static final int LONGEST_BARCODE = 64;
}
