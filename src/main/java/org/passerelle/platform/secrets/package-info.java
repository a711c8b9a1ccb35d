/** Texts that not even whoever holds the database may read: sealed at rest, opened by one service that writes who read what. */
package org.passerelle.platform.secrets;
