package org.passerelle.support;

import com.vaadin.flow.internal.DevBundleUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.extension.Extension;
import org.springframework.util.FileSystemUtils;

/**
 * The front end stands unpacked before anything starts. Left to themselves, two products that start at the same time
 * both unpack it, each into the files of the other.
 */
public final class FrontEnd implements Extension {

    private static final Path UNPACKED = Path.of("target", "dev-bundle");

    /** Found by JUnit before the first test class. */
    public FrontEnd() {
        if (Files.exists(UNPACKED)) {
            return;
        }
        try {
            Path own = Files.createTempDirectory(Files.createDirectories(UNPACKED.getParent()), "dev-bundle-");
            DevBundleUtils.unpackBundle(Path.of("").toAbsolutePath().toFile(), own.toFile());
            try {
                Files.move(own, UNPACKED, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException another) {
                // Another process was faster.
                FileSystemUtils.deleteRecursively(own);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
