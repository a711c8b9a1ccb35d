/** What staff see of a room, and what managers say about it; the trial library looks at it too. */
@org.springframework.modulith.NamedInterface("trial")
package org.passerelle.quarantine.room.service;
