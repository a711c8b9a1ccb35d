/** Crates, what lies in them, and the rule that says for how long. */
@org.springframework.modulith.NamedInterface("trial")
package org.passerelle.quarantine.domain;
