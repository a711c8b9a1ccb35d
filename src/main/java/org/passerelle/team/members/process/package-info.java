/** The class that speaks to the process of leave wishes. */
@org.springframework.modulith.NamedInterface("trial")
package org.passerelle.team.members.process;
