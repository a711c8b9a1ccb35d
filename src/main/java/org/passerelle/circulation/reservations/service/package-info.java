/** Reservations as patrons and staff make, read, change and cancel them. */
@org.springframework.modulith.NamedInterface("trial")
package org.passerelle.circulation.reservations.service;
