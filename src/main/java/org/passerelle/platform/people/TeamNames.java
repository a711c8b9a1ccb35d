package org.passerelle.platform.people;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The teams for which a duty may be held, as the module that keeps them tells. */
public interface TeamNames {

    /** By id, in alphabetical order. One statement. */
    Map<UUID, String> all();

    /** Branch and team of everybody who is in one, each of both once. One statement. */
    List<WorkSite> sites();
}
