/** A module that is allowed to know no other, and does. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
package org.passerelle.planted.loner;
