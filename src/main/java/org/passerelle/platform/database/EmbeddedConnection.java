package org.passerelle.platform.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** How a PostgreSQL server that this process started is reached: it listens to this machine alone, and trusts it. */
public record EmbeddedConnection(EmbeddedPostgres server) implements JdbcConnectionDetails {

    private static final String OWNER = "postgres";
    private static final String DATABASE = "postgres";

    @Override
    public String getJdbcUrl() {
        return server.getJdbcUrl(OWNER, DATABASE);
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
