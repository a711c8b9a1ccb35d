/** The ground floor: what every module stands on, and which knows none of them. */
@org.springframework.modulith.ApplicationModule(type = org.springframework.modulith.ApplicationModule.Type.OPEN)
package org.passerelle.platform;
