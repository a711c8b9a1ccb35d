package org.passerelle.catalogue.service;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The uploaded files, each under the id of its import, in the data folder until the import has ended. */
@Component
class ImportFiles {

    private static final String SUFFIX = ".upload";

    private final Path folder;

    ImportFiles(@Value("${passerelle.imports.folder:${PASSERELLE_DATA:data}/imports}") Path folder) {
        this.folder = folder;
    }

    /** @return how many bytes there were */
    long keep(UUID id, InputStream content) throws IOException {
        Files.createDirectories(folder);
        try {
            return Files.copy(content, path(id));
        } catch (IOException | RuntimeException interrupted) {
            delete(id);
            throw interrupted;
        }
    }

    boolean has(UUID id) {
        return Files.isReadable(path(id));
    }

    InputStream open(UUID id) throws IOException {
        return Files.newInputStream(path(id));
    }

    long bytes(UUID id) throws IOException {
        return Files.size(path(id));
    }

    void delete(UUID id) {
        try {
            Files.deleteIfExists(path(id));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a kill left behind: files that no import needs any more. */
    void deleteAllBut(Set<UUID> needed) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            Set<Path> kept = needed.stream().map(this::path).collect(Collectors.toSet());
            for (Path file : files.filter(f -> f.toString().endsWith(SUFFIX) && !kept.contains(f)).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path path(UUID id) {
        return folder.resolve(id + SUFFIX);
    }
}
