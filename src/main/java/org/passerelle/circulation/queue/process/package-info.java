/** Copies that go back to their shelf, as cases. */
@org.springframework.modulith.NamedInterface("trial")
package org.passerelle.circulation.queue.process;
