package org.passerelle.catalogue.domain.marc;

/** What became of one record of a file. */
public sealed interface ReadRecord permits GoodRecord, BadRecord {

    /** Where this record starts. */
    RecordPosition position();

    /** Where the next one starts: stored with the batch that took this record, it is where reading resumes. */
    RecordPosition next();
}
