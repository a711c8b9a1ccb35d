package org.passerelle.platform.process;

/** One user task, and no other: what a form is given and completes. Opaque to everyone but the process door. */
public record TaskRef(String value) {
}
