/** What people do, as circulation offers it; the trial library does it in the name of invented people. */
@org.springframework.modulith.NamedInterface("trial")
package org.passerelle.circulation.service;
