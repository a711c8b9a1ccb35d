/** The process classes of circulation; the trial library finds the open tasks by them. */
@org.springframework.modulith.NamedInterface("trial")
package org.passerelle.circulation.process;
