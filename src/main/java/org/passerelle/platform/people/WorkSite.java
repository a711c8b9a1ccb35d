package org.passerelle.platform.people;

import java.util.UUID;

/**
 * Where some work is done, as far as it decides who holds a duty for it.
 *
 * @param branch or null where it is the whole network's
 * @param team   whose member it is about, or null
 */
public record WorkSite(UUID branch, UUID team) {

    public static WorkSite of(UUID branch) {
        return new WorkSite(branch, null);
    }
}
