/** Teams, the agents in them and their working weeks. */
package org.passerelle.team.members.domain;
