package org.passerelle.catalogue.domain.marc;

/** The combinations of record structure, field meaning and character set that a file can be read as. */
public enum MarcFormat {
    /** ISO 2709, MARC 21, characters of MARC-8 (ANSI/NISO Z39.47, with escapes to its other sets). */
    MARC21_MARC8,
    /** ISO 2709, MARC 21, UTF-8. */
    MARC21_UTF8,
    /** ISO 2709, UNIMARC, characters of ISO 646 and ISO 5426. */
    UNIMARC_ISO5426,
    /** ISO 2709, UNIMARC, ISO 8859-1; the typographic signs that Windows-1252 adds are understood. */
    UNIMARC_LATIN1,
    /** ISO 2709, UNIMARC, UTF-8. */
    UNIMARC_UTF8,
    /** XML {@code record} elements; each record tells by its own fields whether it is MARC 21 or UNIMARC. */
    MARCXML
}
