/** The way of a crate, and of a request to open one early. */
@org.springframework.modulith.NamedInterface("trial")
package org.passerelle.quarantine.process;
