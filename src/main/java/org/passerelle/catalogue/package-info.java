/** What the network owns: titles, their copies, where each copy is, and how people find them. */
@org.springframework.modulith.ApplicationModule(displayName = "Catalogue")
package org.passerelle.catalogue;
