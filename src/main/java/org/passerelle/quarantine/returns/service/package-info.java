/** The returns desk in the words of those who stand at it; the trial library does it in invented names. */
@org.springframework.modulith.NamedInterface("trial")
package org.passerelle.quarantine.returns.service;
