package org.passerelle.platform.process;

/** What happened to a user task, told within the transaction in which it happens. */
public record UserTaskEvent(Kind kind, UserTask task) {

    public enum Kind {
        CREATED, ASSIGNED, UPDATED, COMPLETED, DELETED;

        public boolean ends() {
            return this == COMPLETED || this == DELETED;
        }
    }
}
