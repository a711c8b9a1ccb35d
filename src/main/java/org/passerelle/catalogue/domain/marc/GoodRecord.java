package org.passerelle.catalogue.domain.marc;

/** A record that was read. */
public record GoodRecord(RecordPosition position, RecordPosition next, BibliographicRecord record)
        implements ReadRecord {
}
