package org.passerelle.platform.security;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** What patrons are called, whether they have an account or not: told by the module that keeps them. */
public interface PatronNames {

    /** Of those patrons that there are. */
    Map<UUID, String> of(Collection<UUID> patrons);
}
