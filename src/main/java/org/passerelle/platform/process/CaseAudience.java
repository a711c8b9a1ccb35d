package org.passerelle.platform.process;

import java.util.UUID;
import java.util.function.Predicate;

/**
 * Who may follow the cases of one process, where not all staff may: for everybody else they do not exist, whatever is to be
 * done in them. A module contributes one as a bean.
 *
 * @param mayFollow whether who is signed in follows that case
 */
public record CaseAudience(String processKey, Predicate<UUID> mayFollow) {
}
