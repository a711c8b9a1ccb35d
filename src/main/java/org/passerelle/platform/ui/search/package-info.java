/** One field that finds everything; modules contribute what is found. */
package org.passerelle.platform.ui.search;
