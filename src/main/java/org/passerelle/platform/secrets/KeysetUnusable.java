package org.passerelle.platform.secrets;

/** Without the keys nothing that is sealed can be opened, nor anything be sealed. */
class KeysetUnusable extends RuntimeException {

    enum Why {
        NOT_NAMED, NOT_THERE, UNREADABLE
    }

    private final Why why;

    KeysetUnusable(Why why, String message, Exception cause) {
        super(message, cause);
        this.why = why;
    }

    Why why() {
        return why;
    }
}
