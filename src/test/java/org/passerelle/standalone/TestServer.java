package org.passerelle.standalone;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.SQLException;

/** A database server for tests, which takes for letters and sorts what the product's own does. */
public final class TestServer {

    private TestServer() {
    }

    /** Ended by whoever asked for it, after the jobs: the server's own hook would end it under a last command. */
    public static EmbeddedPostgres start() throws IOException {
        EmbeddedPostgres server = EmbeddedPostgres.builder().setServerConfig("max_connections", "200")
                .setLocaleConfig("locale-provider", "builtin").setLocaleConfig("builtin-locale", "C.UTF-8")
                .setLocaleConfig("locale", "C").setRegisterShutdownHook(false).start();
        try {
            new CharacterType(connection(server)).teach();
            return server;
        } catch (SQLException e) {
            server.close();
            throw new IOException(e);
        }
    }

    public static EmbeddedConnection connection(EmbeddedPostgres server) {
        return new EmbeddedConnection(server.getPort(), "");
    }
}
