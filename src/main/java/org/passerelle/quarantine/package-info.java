/** What comes back: scanned, kept in crates until it is safe, treated, inspected and put back in use. */
package org.passerelle.quarantine;
