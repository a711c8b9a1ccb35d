package org.passerelle.catalogue.service;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.passerelle.catalogue.CatalogueSearch;
import org.passerelle.catalogue.domain.ImportJob;
import org.passerelle.catalogue.domain.ImportMapping;
import org.passerelle.catalogue.domain.ImportRefusal;
import org.passerelle.catalogue.domain.marc.CopyMappingProfile;
import org.passerelle.catalogue.domain.marc.MarcFormat;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.platform.security.Role;
import org.passerelle.platform.security.SignedIn;
import org.passerelle.support.CatalogueFixture;
import org.passerelle.support.PasserelleTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Two branches, a manager, and files to import into their catalogue. */
@PasserelleTest
abstract class ImportTests {

    @Autowired
    CatalogueImports imports;
    @Autowired
    ImportRunner runner;
    @Autowired
    ImportFiles files;
    @Autowired
    CatalogueSearch search;
    @Autowired
    CatalogueFixture catalogue;
    @Autowired
    SignedIn signedIn;
    @Autowired
    TransactionTemplate transaction;
    @Autowired
    JdbcTemplate jdbc;

    final CurrentUser manager = new CurrentUser(UUID.randomUUID(), "Mme Diallo", Role.MANAGER, Set.of(), null);
    UUID centre;
    UUID port;

    @BeforeEach
    void twoBranches() {
        centre = catalogue.branch("CEN");
        port = catalogue.branch("PORT");
    }

    ImportMapping mapping(UUID defaultBranch) {
        return new ImportMapping(CopyMappingProfile.EVERGREEN_949, Map.of("CEN", centre, "PORT", port), defaultBranch);
    }

    ImportJob imported(byte[] file) {
        return run(received(file), MarcFormat.MARC21_UTF8, mapping(centre));
    }

    ImportJob run(UUID waiting, MarcFormat format, ImportMapping mapping) {
        imports(manager, () -> imports.start(waiting, format, mapping)).value();
        runner.run(waiting);
        return job(waiting);
    }

    UUID received(byte[] file) {
        return imports(manager, () -> receive(file)).value();
    }

    Outcome<UUID> receive(byte[] file) {
        try {
            return imports.receive("catalogue.mrc", -1, new ByteArrayInputStream(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ImportJob job(UUID id) {
        return imports(manager, () -> imports.job(id)).orElseThrow();
    }

    List<ImportRefusal> refusals(UUID id) {
        return imports(manager, () -> imports.refusals(id, null, 100));
    }

    <T> T imports(CurrentUser user, Supplier<T> work) {
        return signedIn.runAs(user, work);
    }
}
