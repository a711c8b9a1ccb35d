/** The holders of cards: who they are, how they are reached, how they sign in. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"platform", "notification"})
package org.passerelle.patrons;
