package org.passerelle.platform.people;

import java.util.UUID;

/**
 * What is written to that member of staff goes elsewhere from now on, or nowhere; told within the transaction.
 *
 * @param before the address that it went to until now
 */
public record StaffEmailChanged(UUID account, String before) {
}
