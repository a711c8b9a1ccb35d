/** The reservation, its documents and its appointment; the loan. */
@org.springframework.modulith.NamedInterface("trial")
package org.passerelle.circulation.reservations.domain;
