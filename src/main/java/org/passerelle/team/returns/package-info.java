/** Coming back to work: each return is a case that the agent and the team's managers follow, and nobody else. */
package org.passerelle.team.returns;
