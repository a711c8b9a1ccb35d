package org.passerelle.circulation;

import java.util.UUID;

/** One person's wait for one title at one branch. */
public record WaitId(UUID value) {
}
