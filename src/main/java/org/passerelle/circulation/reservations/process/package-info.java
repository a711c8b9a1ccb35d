/** The reservation's case. */
@org.springframework.modulith.NamedInterface("trial")
package org.passerelle.circulation.reservations.process;
