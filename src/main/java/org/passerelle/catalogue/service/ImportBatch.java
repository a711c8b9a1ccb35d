package org.passerelle.catalogue.service;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.passerelle.catalogue.CatalogueTopics;
import org.passerelle.catalogue.CopiesOnShelf;
import org.passerelle.catalogue.MaterialType;
import org.passerelle.catalogue.NewCopy;
import org.passerelle.catalogue.NewTitle;
import org.passerelle.catalogue.domain.ImportJob;
import org.passerelle.catalogue.domain.ImportRefusal;
import org.passerelle.catalogue.domain.ImportRefusal.Reason;
import org.passerelle.catalogue.domain.ImportRows;
import org.passerelle.catalogue.domain.TitleRows;
import org.passerelle.catalogue.domain.TitleRows.CopyRow;
import org.passerelle.catalogue.domain.TitleRows.KnownCopy;
import org.passerelle.catalogue.domain.TitleRows.KnownTitle;
import org.passerelle.catalogue.domain.TitleRows.TitleRow;
import org.passerelle.catalogue.domain.marc.BadRecord;
import org.passerelle.catalogue.domain.marc.BibliographicRecord;
import org.passerelle.catalogue.domain.marc.CopyData;
import org.passerelle.catalogue.domain.marc.GoodRecord;
import org.passerelle.catalogue.domain.marc.ReadRecord;
import org.passerelle.catalogue.domain.marc.RecordPosition;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes some records of a file into the catalogue, and the place where reading goes on with them, or nothing at all. */
@Component
class ImportBatch {

    private final ImportRows imports;
    private final TitleRows titles;
    private final SameTitles sameTitles;
    private final ApplicationEventPublisher events;

    ImportBatch(ImportRows imports, TitleRows titles, SameTitles sameTitles, ApplicationEventPublisher events) {
        this.imports = imports;
        this.titles = titles;
        this.sameTitles = sameTitles;
        this.events = events;
    }

    /** @return false, and nothing has changed, when the job does not run any more or has gone on without this batch */
    @Transactional
    public boolean take(UUID jobId, List<ReadRecord> records) {
        return locked(jobId, records).map(job -> {
            Work work = new Work(job);
            work.read(records);
            work.write(records.getLast().next());
            return true;
        }).orElse(false);
    }

    /** Goes past a record that the database would not take. */
    @Transactional
    public boolean skip(UUID jobId, ReadRecord record) {
        return locked(jobId, List.of(record)).map(job -> {
            Work work = new Work(job);
            work.refuse(record.position(), Reason.NOT_STORED.name(),
                    record instanceof GoodRecord good ? good.record().identifier() : null, null);
            work.write(record.next());
            return true;
        }).orElse(false);
    }

    private Optional<ImportJob> locked(UUID jobId, List<ReadRecord> records) {
        return imports.locked(jobId).filter(job -> job.status() == ImportJob.Status.RUNNING
                && job.next().equals(records.getFirst().position()));
    }

    /** One batch while it is put together. */
    private class Work {

        private final ImportJob job;
        private final List<TitleRow> newTitles = new ArrayList<>();
        private final List<TitleRow> changedTitles = new ArrayList<>();
        private final List<CopyRow> newCopies = new ArrayList<>();
        private final List<CopyRow> changedCopies = new ArrayList<>();
        private final List<ImportRefusal> refusals = new ArrayList<>();
        private Map<String, KnownCopy> copies = Map.of();
        /** Barcodes of these copies, by what they are when nobody minds the case. */
        private final Map<String, String> inOneCase = new HashMap<>();
        private int updated;
        private int unchanged;
        private int refusedRecords;
        private int unknownMaterial;
        private Map<UUID, Integer> copiesHere = Map.of();
        private Set<UUID> movable = Set.of();
        private int copiesUnnamed;

        Work(ImportJob job) {
            this.job = job;
        }

        void read(List<ReadRecord> records) {
            List<GoodRecord> good = new ArrayList<>();
            for (ReadRecord record : records) {
                switch (record) {
                    case GoodRecord one -> good.add(one);
                    case BadRecord bad -> refuse(bad.position(), bad.reason().name(), null, null);
                }
            }
            if (good.isEmpty()) {
                return;
            }
            Map<String, BibliographicRecord> read = new LinkedHashMap<>();
            good.forEach(one -> read.putIfAbsent(one.record().identifier(), one.record()));
            Set<String> unmet = new HashSet<>(imports.firstMet(job.id(), List.copyOf(read.keySet())));
            copies = new HashMap<>(titles.byBarcodeInAnyCase(good.stream().map(GoodRecord::record)
                    .map(BibliographicRecord::copies).flatMap(Collection::stream).map(CopyData::barcode).toList()));
            copies.keySet().forEach(barcode -> inOneCase.putIfAbsent(oneCase(barcode), barcode));
            Map<String, KnownTitle> known = sameTitles.of(job.id(), read, copies);
            copiesHere = titles.copiesOf(known.values().stream().map(KnownTitle::id).toList());
            movable = titles.keptOnShelf(good.stream().map(GoodRecord::record).map(BibliographicRecord::copies)
                    .flatMap(Collection::stream).filter(this::movesTo).map(copy -> copies.get(copy.barcode()).id())
                    .toList());
            for (GoodRecord one : good) {
                KnownTitle same = known.get(one.record().identifier());
                if (!unmet.remove(one.record().identifier())) {
                    refuse(one.position(), Reason.IDENTIFIER_REPEATED.name(), one.record().identifier(), null);
                } else if (same != null && SameTitles.isAnotherWork(same, one.record())) {
                    refuse(one.position(), Reason.IDENTIFIER_OF_ANOTHER_TITLE.name(), one.record().identifier(),
                            same.title());
                } else if (same == null && hasOnlyCopiesOfOthers(one.record())) {
                    refuse(one.position(), Reason.COPIES_OF_ANOTHER_TITLE.name(), one.record().identifier(),
                            copies.get(one.record().copies().getFirst().barcode()).titleText());
                } else {
                    take(one, same);
                }
            }
        }

        private boolean hasOnlyCopiesOfOthers(BibliographicRecord record) {
            return !record.copies().isEmpty()
                    && record.copies().stream().allMatch(copy -> copies.containsKey(copy.barcode()));
        }

        /** Whether the file says another branch than this copy has. */
        private boolean movesTo(CopyData copy) {
            KnownCopy known = copies.get(copy.barcode());
            return known != null && job.mapping().branch(copy.branchCode())
                    .filter(branch -> !branch.equals(known.branch())).isPresent();
        }

        private void take(GoodRecord one, KnownTitle known) {
            BibliographicRecord record = one.record();
            if (record.materialType() == null) {
                unknownMaterial++;
                refusals.add(new ImportRefusal(one.position(), 0, Reason.MATERIAL_UNKNOWN.name(), record.identifier(), null,
                        record.title()));
            }
            NewTitle title = title(SameTitles.identifier(known, record), record);
            TitleRow row = new TitleRow(known == null ? UUID.randomUUID() : known.id(), title, hash(title));
            boolean copiesChanged = takeCopies(one, row);
            if (known == null) {
                newTitles.add(row);
            } else if (!row.contentHash().equals(known.contentHash())) {
                changedTitles.add(row);
                updated++;
            } else if (copiesChanged) {
                updated++;
            } else {
                unchanged++;
            }
        }

        private boolean takeCopies(GoodRecord one, TitleRow title) {
            int before = newCopies.size() + changedCopies.size();
            one.record().refusedCopies().forEach(refused -> refusals.add(new ImportRefusal(one.position(),
                    refused.rank(), refused.reason().name(), title.title().identifier(), refused.barcode(),
                    refused.shelfMark())));
            copiesUnnamed += copiesHere.getOrDefault(title.id(), 0) - (int) one.record().copies().stream()
                    .map(copy -> copies.get(copy.barcode()))
                    .filter(copy -> copy != null && copy.title().equals(title.id())).count();
            // Ranks of refused copies are those of their fields; copies refused here follow them.
            int rank = one.record().copies().size() + one.record().refusedCopies().size();
            for (CopyData copy : one.record().copies()) {
                Optional<UUID> branch = job.mapping().branch(copy.branchCode());
                KnownCopy known = copies.get(copy.barcode());
                if (known != null && !known.title().equals(title.id())) {
                    refuseCopy(one, ++rank, Reason.BARCODE_OF_ANOTHER_TITLE, copy, known.titleText());
                } else if (known == null && inOneCase.containsKey(oneCase(copy.barcode()))) {
                    refuseCopy(one, ++rank, Reason.BARCODE_IN_OTHER_CASE, copy, inOneCase.get(oneCase(copy.barcode())));
                } else if (branch.isEmpty()) {
                    refuseCopy(one, ++rank, Reason.UNKNOWN_BRANCH, copy, copy.branchCode());
                } else if (movesTo(copy) && !movable.contains(known.id())) {
                    refuseCopy(one, ++rank, Reason.NOT_MOVED_WHILE_AWAY, copy, copy.branchCode());
                    take(title, copy, known.branch(), known);
                } else {
                    take(title, copy, branch.get(), known);
                }
            }
            return newCopies.size() + changedCopies.size() > before;
        }

        private void take(TitleRow title, CopyData copy, UUID branch, KnownCopy known) {
            MaterialType material = job.mapping().profile().materialType(copy).orElse(title.title().material());
            NewCopy wanted = new NewCopy(title.id(), copy.barcode(), branch, copy.shelfMark(), material, null);
            if (known == null) {
                UUID id = UUID.randomUUID();
                newCopies.add(new CopyRow(id, wanted));
                inOneCase.put(oneCase(copy.barcode()), copy.barcode());
                copies.put(copy.barcode(), new KnownCopy(id, title.id(), title.title().identifier(), title.title().title(),
                        copy.barcode(), branch, copy.shelfMark(), material.name()));
            } else if (!known.branch().equals(branch) || !Objects.equals(known.shelfMark(), copy.shelfMark())
                    || !known.material().equals(material.name())) {
                changedCopies.add(new CopyRow(known.id(), wanted));
            }
        }

        void refuse(RecordPosition position, String reason, String identifier, String detail) {
            refusals.add(new ImportRefusal(position, 0, reason, identifier, null, detail));
            refusedRecords++;
        }

        private void refuseCopy(GoodRecord one, int rank, Reason reason, CopyData copy, String detail) {
            refusals.add(new ImportRefusal(one.position(), rank, reason.name(), one.record().identifier(),
                    copy.barcode(), detail));
        }

        void write(RecordPosition next) {
            titles.insert(newTitles);
            titles.update(changedTitles);
            titles.insertCopies(newCopies);
            titles.updateCopies(changedCopies);
            tellOnShelf();
            imports.addRefusals(job.id(), refusals);
            imports.advance(job.id(), next, new ImportJob.Counts(newTitles.size(), updated, unchanged, refusedRecords,
                    newCopies.size(), changedCopies.size(), refusals.size() - refusedRecords - unknownMaterial,
                    unknownMaterial, copiesUnnamed));
            events.publishEvent(CatalogueTopics.IMPORT.of(job.id()));
        }

        private void tellOnShelf() {
            List<CopiesOnShelf.Copy> there = Stream.concat(newCopies.stream(),
                            changedCopies.stream().filter(changed -> movable.contains(changed.id())))
                    .map(row -> new CopiesOnShelf.Copy(row.id(), row.copy().title(), row.copy().branch())).toList();
            if (!there.isEmpty()) {
                events.publishEvent(new CopiesOnShelf(there));
            }
        }
    }

    private static String oneCase(String barcode) {
        return barcode.toLowerCase(Locale.ROOT);
    }

    private static NewTitle title(String identifier, BibliographicRecord record) {
        String series = record.series() == null || record.volume() == null ? record.series()
                : record.series() + " ; " + record.volume();
        return new NewTitle(identifier, record.title(), record.responsibility(), record.authors(),
                record.publisher(), record.year(), record.isbns(), record.languages(), record.subjects(), series,
                record.materialType() == null ? MaterialType.OTHER : record.materialType());
    }

    private static String hash(NewTitle title) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256")
                    .digest(title.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
