package org.passerelle.platform.journal;

import java.util.Set;

/**
 * Stories whose case is a person, and not something that person asked for: they are forgotten whole. A module contributes
 * its own as a bean.
 */
public record PersonStories(Set<String> processKeys) {
}
