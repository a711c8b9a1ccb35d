package org.passerelle.notification;

import org.passerelle.platform.process.CaseRef;

/** Nothing could reach the recipient of a message about this case. Published in the transaction that gives it up. */
public record Undeliverable(CaseRef about, String template) {
}
