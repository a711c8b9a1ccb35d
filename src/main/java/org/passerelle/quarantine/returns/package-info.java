/** The returns desk: what is scanned as it comes in. Crates know nothing of it. */
package org.passerelle.quarantine.returns;
