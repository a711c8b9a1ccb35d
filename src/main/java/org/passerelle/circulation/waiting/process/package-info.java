/** The cases of a wait and of an offer. */
@org.springframework.modulith.NamedInterface("trial")
package org.passerelle.circulation.waiting.process;
