package org.passerelle.catalogue.service;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.Refusal;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/** The uploaded files, each under the id of its import, in the data folder until the import has ended. */
@Component
class ImportFiles {

    private static final String SUFFIX = ".upload";

    private static final int TAKEN_AT_ONCE = 1 << 16;

    private final Path folder;
    private final long largest;
    private final long leftFree;
    private final LongSupplier free;

    @Autowired
    ImportFiles(@Value("${passerelle.imports.folder:${PASSERELLE_DATA:data}/imports}") Path folder,
                @Value("${passerelle.imports.leave-free:500MB}") DataSize leftFree) {
        this(folder, CatalogueImports.LARGEST_FILE, leftFree.toBytes(), folder.toFile()::getUsableSpace);
    }

    /**
     * @param leftFree of the folder's disk, on which the database may lie too
     * @param free     how many bytes of it are free now
     */
    ImportFiles(Path folder, long largest, long leftFree, LongSupplier free) {
        this.folder = folder;
        this.largest = largest;
        this.leftFree = leftFree;
        this.free = free;
    }

    /**
     * Takes no more than there may be and than there is room for, while it arrives; of a refused file nothing is kept.
     *
     * @param announced how many bytes the sender says there are; negative when it does not say
     * @return how many there were
     */
    Outcome<Long> keep(UUID id, long announced, InputStream content) throws IOException {
        Files.createDirectories(folder);
        Optional<Refusal> atOnce = refusal(0, Math.max(0, announced));
        if (atOnce.isPresent()) {
            return Outcome.refused(atOnce.get());
        }
        Outcome<Long> kept = null;
        try {
            kept = write(content, path(id));
            return kept;
        } finally {
            if (kept == null || !kept.isDone()) {
                delete(id);
            }
        }
    }

    private Outcome<Long> write(InputStream content, Path file) throws IOException {
        byte[] part = new byte[TAKEN_AT_ONCE];
        long written = 0;
        try (OutputStream target = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW)) {
            for (int read = content.read(part); read >= 0; read = content.read(part)) {
                Optional<Refusal> refusal = refusal(written, read);
                if (refusal.isPresent()) {
                    return Outcome.refused(refusal.get());
                }
                target.write(part, 0, read);
                written += read;
            }
        }
        return written == 0 ? Outcome.refused(ImportRefused.FILE_EMPTY) : Outcome.done(written);
    }

    /** Why that many bytes more are not taken. */
    private Optional<Refusal> refusal(long before, long more) {
        if (before + more > largest) {
            return Optional.of(ImportRefused.FILE_TOO_LARGE);
        }
        return free.getAsLong() - more < leftFree ? Optional.of(ImportRefused.NO_ROOM) : Optional.empty();
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
