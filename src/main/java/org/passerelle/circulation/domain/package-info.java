/** The rules and rows of circulation; the trial library speaks its words. */
@org.springframework.modulith.NamedInterface("trial")
package org.passerelle.circulation.domain;
