package org.passerelle.platform.secrets;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import org.passerelle.platform.secrets.KeysetUnusable.Why;

/**
 * The keys, in a file outside the database (Tink's JSON). The primary one seals; the others open what was sealed before it.
 */
final class Keyset {

    private final KeysetHandle keys;
    private final Aead aead;

    private Keyset(KeysetHandle keys) throws GeneralSecurityException {
        this.keys = keys;
        this.aead = keys.getPrimitive(RegistryConfiguration.get(), Aead.class);
    }

    /**
     * @param make   whether a file that is not there is made
     * @param newKey whether a new primary key is added
     */
    static Keyset of(Path file, boolean make, boolean newKey) {
        try {
            AeadConfig.register();
            if (!Files.exists(file)) {
                if (!make) {
                    throw new KeysetUnusable(Why.NOT_THERE, "The keys of what is sealed are not at " + file.toAbsolutePath() + ".", null);
                }
                write(KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM), file, false);
            }
            KeysetHandle keys = TinkJsonProtoKeysetFormat.parseKeyset(Files.readString(file), InsecureSecretKeyAccess.get());
            if (newKey) {
                keys = KeysetHandle.newBuilder(keys).addEntry(KeysetHandle
                        .generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM).withRandomId().makePrimary()).build();
                write(keys, file, true);
            }
            return new Keyset(keys);
        } catch (IOException | GeneralSecurityException unreadable) {
            throw new KeysetUnusable(Why.UNREADABLE, "The keys of what is sealed could not be read or written at "
                    + file.toAbsolutePath() + ": " + unreadable.getMessage(), unreadable);
        }
    }

    /** Whole or not at all, and for nobody else to read. */
    private static void write(KeysetHandle keys, Path file, boolean over) throws IOException, GeneralSecurityException {
        Path folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        Path written = Files.createTempFile(folder, "keyset", null);
        try {
            if (Files.getFileStore(written).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(written, PosixFilePermissions.fromString("rw-------"));
            }
            Files.writeString(written, TinkJsonProtoKeysetFormat.serializeKeyset(keys, InsecureSecretKeyAccess.get()));
            if (over) {
                Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } else {
                Files.createLink(file, written);
            }
        } catch (FileAlreadyExistsException other) {
            // Another process has made it at the same moment: its keys are the ones.
        } finally {
            Files.deleteIfExists(written);
        }
    }

    byte[] seal(byte[] text, byte[] of) {
        try {
            return aead.encrypt(text, of);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("could not be sealed", impossible);
        }
    }

    /** @throws IllegalStateException when it was sealed with another key, for another row, or has been changed since */
    byte[] open(byte[] sealed, byte[] of) {
        try {
            return aead.decrypt(sealed, of);
        } catch (GeneralSecurityException refused) {
            throw new IllegalStateException("a sealed text does not open with the keys that there are", refused);
        }
    }

    /** What everything begins with that the primary key has sealed: a byte, and the key's number. */
    byte[] mark() {
        int id = keys.getPrimary().getId();
        return new byte[] {1, (byte) (id >>> 24), (byte) (id >>> 16), (byte) (id >>> 8), (byte) id};
    }
}
