package org.passerelle.catalogue.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.passerelle.catalogue.domain.ImportMapping;
import org.passerelle.catalogue.domain.marc.CopyMappingProfile;
import org.passerelle.catalogue.domain.marc.MarcFormat;
import org.passerelle.catalogue.domain.marc.file.MarcBytes;
import org.passerelle.platform.network.Branch;
import org.passerelle.platform.network.BranchRepository;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.platform.security.Role;
import org.passerelle.platform.security.SignedIn;
import org.passerelle.support.FreshState;
import org.passerelle.support.KilledProduct;
import org.passerelle.support.Statements;
import org.passerelle.support.Statements.Watcher;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The product in a process of its own, killed in the middle of an import, and started again on the same data. */
class ImportKillIT {

    private static final int RECORDS = 2 * ImportRunner.BATCH + 50;

    @TempDir
    Path folder;

    @Test
    void aKilledImportGoesOnAtTheNextStartAndNoRecordIsLostOrDoubled() throws Exception {
        KilledProduct.run(folder, Victim.class, "second-batch.before-commit", true);
        assertThat(KilledProduct.run(folder, Victim.class, "end", false)).containsExactly(
                "titles 450 copies 450 on their shelf 450",
                "job DONE next 451 created 450 refused 0 copies 450 refused 0, uploaded files 0");
    }

    /** What runs in the other process. */
    static class Victim {

        private static final Duration PATIENCE = Duration.ofSeconds(60);

        public static void main(String[] args) {
            boolean last = args[0].equals("end");
            KilledProduct.live(FreshState.START, product -> {
                if (last) {
                    // Nobody asks for it: the start itself takes the import up again.
                    tellWhenEnded(product.getBean(JdbcClient.class), product.getBean(ImportFiles.class));
                } else {
                    importUntilTheSecondBatch(product);
                }
            }, "--passerelle.jobs.active=" + last);
        }

        private static void importUntilTheSecondBatch(ConfigurableApplicationContext product) {
            UUID branch = product.getBean(BranchRepository.class).save(new Branch("CEN", "Centre", null, null,
                    ZoneId.of("Europe/Paris"), null, null)).id();
            CatalogueImports imports = product.getBean(CatalogueImports.class);
            CurrentUser manager = new CurrentUser(UUID.randomUUID(), "Mme Diallo", Role.MANAGER, Set.of(), null);
            UUID id = product.getBean(SignedIn.class).runAs(manager, () -> {
                UUID received = receive(imports);
                return imports.start(received, MarcFormat.MARC21_UTF8,
                        new ImportMapping(CopyMappingProfile.EVERGREEN_949, Map.of(), branch)).value();
            });
            Statements.watchedBy(secondBatch(), () -> product.getBean(ImportRunner.class).run(id));
        }

        private static UUID receive(CatalogueImports imports) {
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            for (int n = 1; n <= RECORDS; n++) {
                file.writeBytes(MarcBytes.marc21("r" + n, "Titre " + n).data("949", "  ", "i9" + n).bytes());
            }
            try {
                return imports.receive("catalogue.mrc", -1, new ByteArrayInputStream(file.toByteArray())).value();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** Its rows are written, and its place in the file; only the commit is missing. */
        private static Watcher secondBatch() {
            return new Watcher() {

                private int advanced;

                @Override
                public void before(String sql) throws SQLException {
                    if (sql.startsWith("update app.import_job set next_number")) {
                        advanced++;
                    } else if (sql.equals(COMMIT) && advanced == 2) {
                        KilledProduct.halt();
                    }
                }
            };
        }

        private static void tellWhenEnded(JdbcClient jdbc, ImportFiles files) throws InterruptedException {
            UUID id = jdbc.sql("select id from app.import_job").query(UUID.class).single();
            for (long end = System.nanoTime() + PATIENCE.toNanos(); files.has(id) && System.nanoTime() < end; ) {
                Thread.sleep(20);
            }
            List.of("""
                    select 'titles ' || count(distinct t.identifier) || ' copies ' || count(distinct c.barcode)
                        || ' on their shelf ' || count(p.copy)
                    from app.title t join app.copy c on c.title = t.id
                    left join app.copy_place p on p.copy = c.id and p.kind = 'SHELF'""", """
                    select 'job ' || status || ' next ' || next_number || ' created ' || created || ' refused ' || refused
                        || ' copies ' || copies_created || ' refused ' || copies_refused || ', uploaded files '
                    from app.import_job""").forEach(sql -> KilledProduct.found(jdbc.sql(sql).query(String.class).single()
                    + (sql.contains("import_job") ? files.has(id) ? 1 : 0 : "")));
        }
    }
}
