package org.passerelle.platform.network;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Tells on which days nobody works at a branch. Contributed as a bean by what knows when branches are open. */
public interface ClosedBranches {

    /** One statement. By branch, its days from the first of these to the last; a branch without any is left out. */
    Map<UUID, Set<LocalDate>> days(Collection<UUID> branches, LocalDate first, LocalDate last);
}
