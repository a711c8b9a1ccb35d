/** What the home shows a patron: the next pickup, offers to answer, what is at home. */
package org.passerelle.circulation.publicpages.ui.home;
