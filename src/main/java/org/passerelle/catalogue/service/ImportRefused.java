package org.passerelle.catalogue.service;

import org.passerelle.platform.Refusal;

/** Why a file is not taken, or an import does not start. */
enum ImportRefused implements Refusal {
    /** Another import runs; there is one at a time. */
    IMPORT_RUNS,
    /** The file that was brought is not there any more. */
    FILE_GONE,
    FILE_EMPTY,
    FILE_TOO_LARGE,
    /** The disk would be too full with it. */
    NO_ROOM
}
