package org.passerelle.catalogue.service;

import static org.passerelle.catalogue.domain.marc.file.MarcBytes.marc21;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.passerelle.catalogue.domain.ImportJob;
import org.passerelle.catalogue.domain.ImportMapping;
import org.passerelle.catalogue.domain.ImportRefusal;
import org.passerelle.catalogue.domain.marc.CopyMappingProfile;
import org.passerelle.catalogue.domain.marc.MarcFormat;
import org.passerelle.catalogue.domain.marc.ReadRecord;
import org.passerelle.catalogue.domain.marc.file.MarcBytes;
import org.passerelle.catalogue.domain.marc.file.MarcFileReader;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.platform.security.Role;
import org.passerelle.platform.security.SignedIn;
import org.springframework.context.ApplicationContext;

/** Files on their way into the catalogue, for tests: brought, started and run as managers would, or batch by batch. */
public class Imports {

    public final CatalogueImports desk;
    private final SignedIn signedIn;
    private final ImportRunner runner;
    private final ImportBatch batch;
    private final ImportFiles files;

    public Imports(ApplicationContext product) {
        desk = product.getBean(CatalogueImports.class);
        signedIn = product.getBean(SignedIn.class);
        runner = product.getBean(ImportRunner.class);
        batch = product.getBean(ImportBatch.class);
        files = product.getBean(ImportFiles.class);
    }

    public static CurrentUser manager(String name) {
        return new CurrentUser(UUID.randomUUID(), name, Role.MANAGER, Set.of(), null);
    }

    public static MarcBytes record(String identifier, String title, String[]... copies) {
        MarcBytes record = marc21(identifier, title);
        for (String[] copy : copies) {
            record.data("949", "  ", copy);
        }
        return record;
    }

    public static String[] copy(String barcode, String shelfMark, String branch) {
        return new String[] {"a" + shelfMark, "i" + barcode, "m" + branch};
    }

    /** Records 1 to many, each with a copy at that branch. */
    public static byte[] many(int records, String branch) {
        return MarcBytes.file(IntStream.rangeClosed(1, records)
                .mapToObj(n -> record("r" + n, "Titre " + n, copy("b" + n, "R " + n, branch))).toArray());
    }

    public static ImportMapping mapping(Map<String, UUID> branches, UUID otherwise) {
        return new ImportMapping(CopyMappingProfile.EVERGREEN_949, branches, otherwise);
    }

    public UUID received(CurrentUser manager, String fileName, byte[] file) {
        return as(manager, () -> {
            try {
                return desk.receive(fileName, -1, new ByteArrayInputStream(file)).value();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    public UUID started(CurrentUser manager, byte[] file, UUID branch) {
        UUID id = received(manager, "catalogue.mrc", file);
        as(manager, () -> desk.start(id, MarcFormat.MARC21_UTF8, mapping(Map.of(), branch))).value();
        return id;
    }

    /** Takes one batch more, as the background does; false when the import does not run, or has been read to its end. */
    public boolean runOneBatch(UUID id) {
        ImportJob job = job(id);
        try (MarcFileReader reader = MarcFileReader.open(files.open(id), job.format(), job.mapping().profile(),
                job.next())) {
            List<ReadRecord> records = new ArrayList<>();
            while (records.size() < ImportRunner.BATCH && reader.hasNext()) {
                records.add(reader.next());
            }
            return !records.isEmpty() && batch.take(id, records);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public ImportJob runToTheEnd(UUID id) {
        runner.run(id);
        return job(id);
    }

    public ImportJob job(UUID id) {
        return as(manager("Test"), () -> desk.job(id)).orElseThrow();
    }

    public boolean hasFile(UUID id) {
        return files.has(id);
    }

    public List<ImportRefusal> refusals(UUID id) {
        return as(manager("Test"), () -> desk.refusals(id, null, 100));
    }

    public <T> T as(CurrentUser user, Supplier<T> work) {
        return signedIn.runAs(user, work);
    }
}
