package org.passerelle.platform.security.accounts;

import java.util.UUID;

/** Somebody else has given that member of staff a new password; told within the transaction. */
public record StaffPasswordGiven(UUID account) {
}
