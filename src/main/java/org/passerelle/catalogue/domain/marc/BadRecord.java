package org.passerelle.catalogue.domain.marc;

/** A stretch of the file that gives no record, and why. */
public record BadRecord(RecordPosition position, RecordPosition next, Reason reason) implements ReadRecord {

    public enum Reason {
        /** Nothing in the whole file looks like a record; always the only outcome of its file. */
        NOT_MARC,
        /** Bytes between records that are none; however long, one stretch is told once. */
        NOT_A_RECORD,
        /** The file, or this record, stops before its end. */
        TRUNCATED,
        /** An XML record without a field of MARC: Dublin Core, for one. */
        OTHER_FORMAT,
        /** The record's own structure (leader, directory, fields, XML) does not hold together. */
        BROKEN_STRUCTURE,
        /** Longer than records are read: the reader of files says how long that is. */
        TOO_LONG,
        /** Bytes that mean nothing in the record's character set: it is damaged, or the format is not the right one. */
        UNREADABLE_CHARACTERS,
        /** No usable identifier, see {@link BibliographicRecord#identifier()}. */
        NO_IDENTIFIER,
        /** No title proper. */
        NO_TITLE,
        /** The sender marks it as deleted (leader, position 5). */
        DELETED_BY_SENDER,
        /** A record about something else than a document: authority, holdings, classification. */
        NOT_BIBLIOGRAPHIC
    }
}
