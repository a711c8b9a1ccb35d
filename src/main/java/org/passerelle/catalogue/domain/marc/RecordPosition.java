package org.passerelle.catalogue.domain.marc;

/**
 * A place in a file, to tell people about it and to start reading from it again.
 *
 * @param number the rank of the record, from 1; what is refused counts too
 * @param offset the byte at which the record starts, from 0; always 0 in MARCXML, where the number alone serves
 */
public record RecordPosition(long number, long offset) {

    public static final RecordPosition START = new RecordPosition(1, 0);

    public RecordPosition {
        if (number < 1 || offset < 0) {
            throw new IllegalArgumentException("No such position: record " + number + ", byte " + offset);
        }
    }
}
