package org.passerelle.standalone;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/**
 * How a PostgreSQL server that runs for this process alone is reached: it listens to this machine only.
 *
 * @param port     on this machine
 * @param password of its owner; empty for a server that trusts whoever asks
 */
public record EmbeddedConnection(int port, String password) implements JdbcConnectionDetails {

    static final String OWNER = "postgres";
    static final String DATABASE = "postgres";

    @Override
    public String getJdbcUrl() {
        return url(DATABASE);
    }

    String url(String database) {
        return "jdbc:postgresql://localhost:" + port + "/" + database;
    }

    @Override
    public String getUsername() {
        return OWNER;
    }

    @Override
    public String getPassword() {
        return password;
    }

    /** Without the password: what is printed may end in a log. */
    @Override
    public String toString() {
        return getJdbcUrl();
    }
}
