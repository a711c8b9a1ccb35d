/** The task inbox: all open user tasks of all processes, found, taken and worked from one screen; it knows no module. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = "platform")
package org.passerelle.inbox;
