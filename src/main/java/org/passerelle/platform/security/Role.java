package org.passerelle.platform.security;

/** What an account may be. A manager may all that an agent may, an administrator all that a manager may. */
public enum Role {
    PATRON, AGENT, MANAGER, ADMIN
}
