/** Crates, what lies in them, and the rule that says for how long. */
package org.passerelle.quarantine.domain;
