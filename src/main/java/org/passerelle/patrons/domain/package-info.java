/** The holder of a card, as the flows lock and read it. */
@org.springframework.modulith.NamedInterface("domain")
package org.passerelle.patrons.domain;
