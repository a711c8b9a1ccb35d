/** Who waits for a title at a branch, in the order of their turns. */
@org.springframework.modulith.NamedInterface("trial")
package org.passerelle.circulation.queue.domain;
