package org.passerelle.platform;

/** Refusals that any module may answer. */
public enum CommonRefusal implements Refusal {
    /** Somebody else has just done it. */
    ALREADY_DONE,
    /** The person is signed in, but not for this branch. */
    OTHER_BRANCH,
    NOT_FOUND,
    /** It is no longer as the person has read it. */
    CHANGED_MEANWHILE,
    /** The arguments are {@link FieldError}s. */
    FIELDS_WRONG
}
