package org.passerelle.platform.process.steps;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** What is to be done in some cases, for the pages of the things they are about. */
public interface OpenTasks {

    /**
     * For staff; the most urgent first. What is a duty's or one person's is in it for those alone whom it is for. One
     * statement.
     *
     * @param cases their ids, whatever their processes
     */
    List<OpenTask> of(Collection<UUID> cases);
}
