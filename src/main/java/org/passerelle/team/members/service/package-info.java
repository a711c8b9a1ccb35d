/** What people do with teams, named as they would name it; the trial library does it in invented names. */
@org.springframework.modulith.NamedInterface("trial")
package org.passerelle.team.members.service;
