package org.passerelle.platform;

/** Refusals that any module may answer. */
public enum CommonRefusal implements Refusal {
    /** Somebody has done it already; named: who, as a word for the message to choose by, and a colleague's name. */
    ALREADY_DONE,
    /** Nothing is left to do about it, and nobody is known to have done it. */
    NO_LONGER_TO_DO,
    /** Somebody has gone on from it meanwhile. */
    CANNOT_BE_TAKEN_BACK,
    /** The person is signed in, but not for this branch. */
    OTHER_BRANCH,
    NOT_FOUND,
    /** It is no longer as the person has read it. */
    CHANGED_MEANWHILE,
    /** The arguments are {@link FieldError}s. */
    FIELDS_WRONG
}
