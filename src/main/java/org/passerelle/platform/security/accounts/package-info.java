/** The accounts that people sign in with: who opens and closes them, and how their passwords are chosen. */
package org.passerelle.platform.security.accounts;
