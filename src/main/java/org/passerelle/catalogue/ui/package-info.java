/** The catalogue on screen. Other modules may add what can be done with a title. */
@org.springframework.modulith.NamedInterface("ui")
package org.passerelle.catalogue.ui;
