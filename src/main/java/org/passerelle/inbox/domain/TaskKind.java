package org.passerelle.inbox.domain;

/** One user task of one model. */
public record TaskKind(String processKey, String taskKey) {

    /** Key of its name, in words. */
    public String messageKey() {
        return "process." + processKey + "." + taskKey;
    }
}
