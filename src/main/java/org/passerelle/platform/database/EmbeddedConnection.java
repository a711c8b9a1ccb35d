package org.passerelle.platform.database;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/**
 * How a PostgreSQL server that runs for this process alone is reached: it listens to this machine, and trusts it.
 *
 * @param port on this machine
 */
public record EmbeddedConnection(int port) implements JdbcConnectionDetails {

    static final String OWNER = "postgres";
    private static final String DATABASE = "postgres";

    @Override
    public String getJdbcUrl() {
        return "jdbc:postgresql://localhost:" + port + "/" + DATABASE + "?user=" + OWNER;
    }

    @Override
    public String getUsername() {
        return OWNER;
    }

    @Override
    public String getPassword() {
        return "";
    }
}
