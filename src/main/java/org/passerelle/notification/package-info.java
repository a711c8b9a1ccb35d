/** Messages to people: e-mail through an outbox, a telephone call where that is what they prefer or all that is left. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = "platform")
package org.passerelle.notification;
