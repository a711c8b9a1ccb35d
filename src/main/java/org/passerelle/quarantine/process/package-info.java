/** The way of a crate, and of a request to open one early. */
package org.passerelle.quarantine.process;
