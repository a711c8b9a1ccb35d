/** Places in slots: offered, taken, given back; and the settings they follow. */
@org.springframework.modulith.NamedInterface("service")
package org.passerelle.slots.service;
