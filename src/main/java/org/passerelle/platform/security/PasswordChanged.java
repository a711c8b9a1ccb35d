package org.passerelle.platform.security;

import java.util.UUID;

/**
 * An account has another password; told within the transaction.
 *
 * @param signIn of its owner, who chose it; null when it was given
 */
public record PasswordChanged(UUID account, UUID signIn) {
}
