/** What is known of people beside their accounts and roles: how they are reached, and the duties they hold. */
package org.passerelle.platform.people;
