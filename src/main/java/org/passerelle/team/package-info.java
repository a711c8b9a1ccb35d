/** The people who work here: teams, who is where on which day, and coming back to work. */
@org.springframework.modulith.ApplicationModule(displayName = "Team", allowedDependencies = {"platform", "notification"})
package org.passerelle.team;
