/** What the public sees: basket, own pages, pages that a link opens. */
package org.passerelle.circulation.publicpages.ui;
