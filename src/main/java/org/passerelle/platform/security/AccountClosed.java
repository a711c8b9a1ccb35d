package org.passerelle.platform.security;

import java.util.UUID;

/** An account has been closed, or opened again; told within the transaction. */
public record AccountClosed(UUID account) {
}
