/** What the network owns: titles, their copies, where each copy is, and how people find them. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = "platform")
package org.passerelle.catalogue;
