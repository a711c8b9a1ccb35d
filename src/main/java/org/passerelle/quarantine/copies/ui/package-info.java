/** The page of one copy. */
package org.passerelle.quarantine.copies.ui;
