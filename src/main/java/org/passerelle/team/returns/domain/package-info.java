/** A return, what was agreed for it, and when things happen. No field says why somebody was away. */
@org.springframework.modulith.NamedInterface("trial")
package org.passerelle.team.returns.domain;
