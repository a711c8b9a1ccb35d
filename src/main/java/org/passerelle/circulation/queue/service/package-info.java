/** Copies meet those who wait for them, or go back to their shelf. */
@org.springframework.modulith.NamedInterface("trial")
package org.passerelle.circulation.queue.service;
