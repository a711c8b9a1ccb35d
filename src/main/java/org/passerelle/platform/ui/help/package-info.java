/** What a screen is for and which keys it has, in a few lines. */
package org.passerelle.platform.ui.help;
