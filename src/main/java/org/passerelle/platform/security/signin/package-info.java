/** Signing in from a browser: who is let through, how often, and what ends a session. */
package org.passerelle.platform.security.signin;
