package org.passerelle.platform.process;

import java.util.UUID;

/** One case: a process, and the id of the aggregate it carries (its business key). */
public record CaseRef(String processKey, UUID id) {
}
