/** What people do with returned documents, named as they would name it; the trial library does it in invented names. */
@org.springframework.modulith.NamedInterface("trial")
package org.passerelle.quarantine.service;
