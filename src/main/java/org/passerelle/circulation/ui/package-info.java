/** The screens of the drive: what staff prepare, hand over and take back. */
package org.passerelle.circulation.ui;
