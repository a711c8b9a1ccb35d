package org.passerelle.platform.startup;

/** Another product works on that database. */
class AnotherProcessRuns extends RuntimeException {

    AnotherProcessRuns() {
        super("another Passerelle works on this database");
    }
}
