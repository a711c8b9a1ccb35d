/** Who is signed in and may do what, and the record of what was done about accounts. */
package org.passerelle.platform.security;
