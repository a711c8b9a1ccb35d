package org.passerelle.standalone;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a database takes for a letter. Its own functions know every script, but the extension that tells how alike two
 * texts are asks the operating system, by the database's character type; under "C" it sees A to Z alone, and a Russian
 * name is like nothing, not even itself.
 *
 * <p>A cluster is made with "C", which every machine has, and so were those of earlier versions. Before anybody uses it,
 * it is given a character type of this machine. The likeness indexes depend on it, and where the first versions had also
 * left upper and lower case to the operating system, so do the indexes over what a function makes of a text: in the same
 * transaction they are marked as not to be relied on, and then built anew, by this start or, when it is interrupted, by
 * the next.
 *
 * <p>A folder that has moved to a machine without its character type could not be opened there: from the template
 * database, which keeps "C", it is then given that of its new machine.
 */
final class CharacterType {

    private static final Logger log = LoggerFactory.getLogger(CharacterType.class);

    /** Linux, macOS and Windows in this order; a machine without any of them may have others. */
    private static final List<String> USUAL = List.of("C.UTF-8", "UTF-8", "en_US.UTF-8", "en-US");

    private static final String TEMPLATE = "template1";
    private static final String OF_LETTERS = """
            (select i.indexrelid from pg_index i where exists (
                select 1 from unnest(i.indclass::oid[]) as class (id) join pg_opclass o on o.oid = class.id
                where o.opcname in ('gin_trgm_ops', 'gist_trgm_ops'))
                or (i.indexprs is not null or i.indpred is not null) and exists (
                    select 1 from pg_database where datname = current_database() and datlocprovider = 'c'))""";

    private final EmbeddedConnection server;

    CharacterType(EmbeddedConnection server) {
        this.server = server;
    }

    /** To be called while nobody else uses the server. */
    void teach() throws SQLException {
        try (Connection template = open(TEMPLATE)) {
            if (!isKnownHere(template, characterType(template))) {
                set(template, "C");
            }
        }
        try (Connection connection = open(EmbeddedConnection.DATABASE)) {
            if (knowsAsciiAlone(connection)) {
                Optional<String> type = typeOfThisMachine(connection);
                if (type.isPresent()) {
                    take(connection, type.get());
                }
            }
        }
        // A connection keeps the character type it was opened with.
        try (Connection connection = open(EmbeddedConnection.DATABASE)) {
            buildUnreliableIndexes(connection);
        }
    }

    private Connection open(String database) throws SQLException {
        return DriverManager.getConnection(server.url(database), server.getUsername(), server.getPassword());
    }

    private static boolean knowsAsciiAlone(Connection connection) throws SQLException {
        return List.of("C", "POSIX").contains(characterType(connection));
    }

    private static String characterType(Connection connection) throws SQLException {
        return texts(connection, "select datctype from pg_database where datname = '" + EmbeddedConnection.DATABASE + "'")
                .getFirst();
    }

    private static void set(Connection connection, String type) throws SQLException {
        try (PreparedStatement taken =
                     connection.prepareStatement("update pg_database set datctype = ? where datname = ?")) {
            taken.setString(1, type);
            taken.setString(2, EmbeddedConnection.DATABASE);
            taken.executeUpdate();
        }
    }

    private static Optional<String> typeOfThisMachine(Connection connection) throws SQLException {
        List<String> known = texts(connection, """
                select collctype from pg_collation where collprovider = 'c' and collctype not in ('C', 'POSIX')
                    and collencoding in (-1, pg_char_to_encoding('UTF8')) order by collctype""");
        for (String type : Stream.concat(USUAL.stream(), known.stream()).toList()) {
            if (isKnownHere(connection, type)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    /** Asked of the server, for it is the server that uses it. */
    private static boolean isKnownHere(Connection connection, String type) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("create collation pg_temp.tried (provider = libc, lc_collate = 'C', lc_ctype = '"
                    + type.replace("'", "''") + "')");
            return true;
        } catch (SQLException unknown) {
            return false;
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private static void take(Connection connection, String type) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            set(connection, type);
            statement.executeUpdate("update pg_index set indisvalid = false where indexrelid in " + OF_LETTERS);
            connection.commit();
        } finally {
            connection.setAutoCommit(true);
        }
        log.info("The database takes the letters of every script from now on (character type {})", type);
    }

    private static void buildUnreliableIndexes(Connection connection) throws SQLException {
        for (String index : texts(connection, "select indexrelid::regclass::text from pg_index where not indisvalid"
                + " and indexrelid in " + OF_LETTERS)) {
            log.info("Building the index {} anew", index);
            try (Statement statement = connection.createStatement()) {
                statement.execute("reindex index " + index);
            }
        }
    }

    private static List<String> texts(Connection connection, String sql) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }
}
