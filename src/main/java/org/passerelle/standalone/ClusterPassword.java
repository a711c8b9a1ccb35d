package org.passerelle.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * What keeps the other people of a machine out of the database: a password made by chance, in a file beside the data
 * that only their owner reads.
 */
final class ClusterPassword {

    private static final int BYTES = 24;
    private static final String RULES = """
            # Written by Passerelle: whoever comes over the machine's own network shows the password.
            host all all 127.0.0.1/32 scram-sha-256
            host all all ::1/128 scram-sha-256
            """;

    private final Path file;
    private final Path rules;

    ClusterPassword(Path cluster) {
        file = cluster.resolve("passerelle.password");
        rules = cluster.resolve("pg_hba.conf");
    }

    boolean isSet() {
        return Files.exists(file);
    }

    String read() throws IOException {
        return Files.readString(file);
    }

    static String invent() {
        byte[] chance = new byte[BYTES];
        new SecureRandom().nextBytes(chance);
        return HexFormat.of().formatHex(chance);
    }

    /** From the server's next start on it asks for that password, which it knows already. */
    void require(String password) throws IOException {
        write(rules, RULES);
        write(file, password);
    }

    private static void write(Path target, String content) throws IOException {
        Path part = target.resolveSibling(target.getFileName() + ".part");
        Files.deleteIfExists(part);
        Files.createFile(part, ownerOnly(part));
        Files.writeString(part, content);
        Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static FileAttribute<?>[] ownerOnly(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))}
                : new FileAttribute<?>[0];
    }
}
