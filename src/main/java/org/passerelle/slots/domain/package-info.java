/** A branch's opening windows, and the slots they are cut into. */
@org.springframework.modulith.NamedInterface("domain")
package org.passerelle.slots.domain;
