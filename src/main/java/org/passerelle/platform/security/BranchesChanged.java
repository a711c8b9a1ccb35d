package org.passerelle.platform.security;

import java.util.UUID;

/** A manager has given an agent a branch or taken one; told within the transaction. */
public record BranchesChanged(UUID account) {
}
