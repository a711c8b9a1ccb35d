/** Who is in which team, looks after it, and works when and where. */
package org.passerelle.team.members;
