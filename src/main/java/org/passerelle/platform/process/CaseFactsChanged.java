package org.passerelle.platform.process;

/** A module says that what its open tasks show about this case is no longer true. Published in the transaction of the change. */
public record CaseFactsChanged(CaseRef process) {
}
