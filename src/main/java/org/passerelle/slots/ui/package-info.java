/** Slots to choose from, and the screen of a branch's slots. */
@org.springframework.modulith.NamedInterface("ui")
package org.passerelle.slots.ui;
