/** Teams, the agents in them and their working weeks. */
@org.springframework.modulith.NamedInterface("trial")
package org.passerelle.team.members.domain;
