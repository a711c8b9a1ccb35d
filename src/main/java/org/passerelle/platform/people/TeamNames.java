package org.passerelle.platform.people;

import java.util.Map;
import java.util.UUID;

/** The teams for which a duty may be held, as the module that keeps them tells. */
public interface TeamNames {

    /** By id, in alphabetical order. One statement. */
    Map<UUID, String> all();
}
