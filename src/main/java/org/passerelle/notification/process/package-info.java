/** The process classes of notification; the trial library finds the open tasks by them. */
@org.springframework.modulith.NamedInterface("trial")
package org.passerelle.notification.process;
