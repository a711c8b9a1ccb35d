/** When people may come, and how many at a time. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = "platform")
package org.passerelle.slots;
