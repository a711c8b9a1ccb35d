/** The drive's desks: pick, bag, hand over, put back. */
@org.springframework.modulith.NamedInterface("trial")
package org.passerelle.circulation.drive.service;
