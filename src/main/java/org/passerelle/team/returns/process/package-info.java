/** The classes that speak to the processes of coming back to work, one for each. */
@org.springframework.modulith.NamedInterface("trial")
package org.passerelle.team.returns.process;
