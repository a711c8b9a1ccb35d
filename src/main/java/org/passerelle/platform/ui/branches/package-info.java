/** The network's branches, as administrators set them up. */
package org.passerelle.platform.ui.branches;
