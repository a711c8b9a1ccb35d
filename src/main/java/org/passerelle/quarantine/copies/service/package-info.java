/** What is known and decided about one copy: its loans, returns and quarantines. */
@org.springframework.modulith.NamedInterface("trial")
package org.passerelle.quarantine.copies.service;
