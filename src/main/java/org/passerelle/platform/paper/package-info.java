/** What is printed: labels on rolls, sheets on a desk. */
package org.passerelle.platform.paper;
