package org.passerelle.catalogue.service;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.catalogue.domain.ImportMapping;
import org.passerelle.catalogue.domain.ImportRows;
import org.passerelle.catalogue.domain.marc.BadRecord;
import org.passerelle.catalogue.domain.marc.CopyMappingProfile;
import org.passerelle.catalogue.domain.marc.GoodRecord;
import org.passerelle.catalogue.domain.marc.MarcFormat;
import org.passerelle.catalogue.domain.marc.RecordPosition;
import org.passerelle.catalogue.domain.marc.file.MarcFileReader;
import org.passerelle.catalogue.domain.marc.file.MarcFormatGuess;
import org.passerelle.platform.network.Branch;
import org.passerelle.platform.network.BranchRepository;
import org.passerelle.platform.process.Gesture;
import org.passerelle.platform.security.Role;
import org.passerelle.platform.security.SignedIn;
import org.springframework.stereotype.Service;

/** Helps to decide how a file that waits is to be read, before anything of it is imported. For managers. */
@Service
public class ImportPreparations {

    private static final int LOOKED_AT = 1_000;
    private static final int TITLES_SHOWN = 5;

    private final SignedIn signedIn;
    private final ImportRows imports;
    private final ImportFiles files;
    private final CodeScans scans;
    private final BranchRepository branches;

    ImportPreparations(SignedIn signedIn, ImportRows imports, ImportFiles files, CodeScans scans,
                       BranchRepository branches) {
        this.signedIn = signedIn;
        this.imports = imports;
        this.files = files;
        this.scans = scans;
        this.branches = branches;
    }

    public Optional<MarcFormat> guess(UUID waiting) {
        signedIn.require(Role.MANAGER);
        try (InputStream file = files.open(waiting)) {
            return MarcFormatGuess.of(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads the beginning of the file as it would be imported. */
    public ImportPreview beginning(UUID waiting, MarcFormat format, CopyMappingProfile profile) {
        signedIn.require(Role.MANAGER);
        int read = 0;
        Map<BadRecord.Reason, Integer> refusals = new EnumMap<>(BadRecord.Reason.class);
        int copies = 0;
        List<String> titles = new ArrayList<>();
        try (MarcFileReader reader = MarcFileReader.open(files.open(waiting), format, profile, RecordPosition.START)) {
            for (; read < LOOKED_AT && reader.hasNext(); read++) {
                switch (reader.next()) {
                    case GoodRecord good -> {
                        copies += good.record().copies().size();
                        if (titles.size() < TITLES_SHOWN) {
                            titles.add(good.record().title());
                        }
                    }
                    case BadRecord bad -> refusals.merge(bad.reason(), 1, Integer::sum);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ImportPreview(read, refusals, titles, copies);
    }

    /**
     * The branch codes found so far in the whole file, which is looked through in the background: the topic
     * {@code catalogue-import} of the file's id tells when there is more to see.
     */
    public BranchCodes branchCodes(UUID waiting, MarcFormat format, CopyMappingProfile profile) {
        signedIn.require(Role.MANAGER);
        return scans.of(waiting, format, profile);
    }

    /** Notes how this manager's file is to be read, so that it need not be said again after leaving the screen. */
    @Gesture
    public void note(UUID waiting, MarcFormat format, ImportMapping mapping) {
        imports.note(waiting, signedIn.require(Role.MANAGER).accountId(), format, mapping);
    }

    /** The ready-made profiles, and those that managers have kept; a kept one replaces the ready-made of its name. */
    public List<ImportMapping> mappings() {
        signedIn.require(Role.MANAGER);
        Map<String, ImportMapping> byName = new LinkedHashMap<>();
        List.of(CopyMappingProfile.EVERGREEN_949, CopyMappingProfile.UNIMARC_995)
                .forEach(profile -> byName.put(profile.name(), new ImportMapping(profile, Map.of(), null)));
        imports.profiles().forEach(mapping -> byName.put(mapping.profile().name(), mapping));
        return List.copyOf(byName.values());
    }

    @Gesture
    public void keep(ImportMapping mapping) {
        signedIn.require(Role.MANAGER);
        imports.keepProfile(mapping);
    }

    /** The branches of the network, in order of name. */
    public List<Branch> branches() {
        signedIn.require(Role.MANAGER);
        return branches.findAllByOrderByName();
    }
}
