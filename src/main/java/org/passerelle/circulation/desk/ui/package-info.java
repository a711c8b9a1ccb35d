/** What the counter works with: callers, patrons' records, the day. */
package org.passerelle.circulation.desk.ui;
