package org.passerelle.platform.process.steps;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.passerelle.platform.process.TaskRef;

/**
 * One thing to be done about a thing that a page shows.
 *
 * @param about        the case it belongs to
 * @param messageKey   of its name
 * @param subjectKey   message key of what it is about, or null
 * @param zone         whose clock its date is told by
 * @param due          or null
 * @param late         whether that is past
 * @param assigneeName who has it, or null
 * @param mayAct       whether the person who asked may take it
 * @param path         the address of its form
 */
public record OpenTask(TaskRef ref, UUID about, String messageKey, String subjectKey, List<String> subjectArgs, ZoneId zone, Instant due, boolean late,
                       String assigneeName, boolean mayAct, String path) {
}
