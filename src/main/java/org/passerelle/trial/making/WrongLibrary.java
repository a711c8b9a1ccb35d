package org.passerelle.trial.making;

/** The product was started as a trial on a library in use, or for real on a trial library. */
class WrongLibrary extends RuntimeException {

    private final String action;

    WrongLibrary(String fact, String action) {
        super(fact);
        this.action = action;
    }

    String action() {
        return action;
    }
}
