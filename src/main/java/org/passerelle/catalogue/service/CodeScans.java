package org.passerelle.catalogue.service;

import static java.util.Map.Entry.comparingByKey;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.passerelle.catalogue.CatalogueTopics;
import org.passerelle.catalogue.domain.ImportMapping;
import org.passerelle.catalogue.domain.marc.CopyData;
import org.passerelle.catalogue.domain.marc.CopyMappingProfile;
import org.passerelle.catalogue.domain.marc.GoodRecord;
import org.passerelle.catalogue.domain.marc.MarcFormat;
import org.passerelle.catalogue.domain.marc.RecordPosition;
import org.passerelle.catalogue.domain.marc.file.MarcFileReader;
import org.passerelle.catalogue.service.BranchCodes.Stage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Looks through files that wait, from end to end and one file at a time, for the branch codes that their copies bear.
 * What was found stays known until the file is imported or given up; after a restart it is looked for again.
 */
@Component
class CodeScans implements AutoCloseable {

    /** Records between two words about how far it is. */
    static final int TOLD_EVERY = 1_000;

    /** A profile that points at the wrong subfield would find a new "branch" in every copy. */
    private static final int MOST_CODES = 1_000;

    private static final BranchCodes NOTHING = new BranchCodes(Map.of(), 0, 1, Stage.BROKEN_OFF);

    private static final Logger log = LoggerFactory.getLogger(CodeScans.class);

    private final ImportFiles files;
    private final ApplicationEventPublisher events;
    private final ExecutorService thread;
    private final Map<UUID, Scan> scans = new ConcurrentHashMap<>();

    @Autowired
    CodeScans(ImportFiles files, ApplicationEventPublisher events) {
        this(files, events, Executors.newSingleThreadExecutor(
                Thread.ofPlatform().name("catalogue-import-codes").daemon().factory()));
    }

    CodeScans(ImportFiles files, ApplicationEventPublisher events, ExecutorService thread) {
        this.files = files;
        this.events = events;
        this.thread = thread;
    }

    /**
     * What has been found so far; asked for the first time, or of another way to read the file, the search begins. A
     * screen that still stands may ask of a file that is already imported or given up: there is nothing to find in it.
     */
    BranchCodes of(UUID file, MarcFormat format, CopyMappingProfile profile) {
        Asked asked = new Asked(format, profile.copyTag(), profile.barcodeCodes(), profile.branchCodes());
        Scan scan = scans.compute(file, (id, before) -> {
            if (before != null && before.asked.equals(asked)) {
                return before;
            }
            if (before != null) {
                before.wanted = false;
            }
            return files.has(file) ? new Scan(file, asked, profile) : null;
        });
        if (scan == null) {
            return NOTHING;
        }
        scan.beginOnce();
        return scan.found();
    }

    void forget(UUID file) {
        Scan scan = scans.remove(file);
        if (scan != null) {
            scan.wanted = false;
        }
    }

    /** What of a format and a profile changes the codes that are found. */
    private record Asked(MarcFormat format, String tag, String barcodes, String branches) {
    }

    private class Scan {

        private final UUID file;
        private final Asked asked;
        private final CopyMappingProfile profile;
        private final Map<String, Integer> codes = new ConcurrentHashMap<>();
        private volatile boolean wanted = true;
        private volatile Stage stage = Stage.LOOKING;
        private volatile long read;
        private volatile double share;
        private boolean begun;

        Scan(UUID file, Asked asked, CopyMappingProfile profile) {
            this.file = file;
            this.asked = asked;
            this.profile = profile;
        }

        synchronized void beginOnce() {
            if (!begun) {
                begun = true;
                thread.execute(this::look);
            }
        }

        private void look() {
            Stage end = Stage.BROKEN_OFF;
            try (Counting bytes = new Counting(files.open(file));
                 MarcFileReader reader = MarcFileReader.open(bytes, asked.format, profile, RecordPosition.START)) {
                double size = Math.max(1, files.bytes(file));
                while (wanted && reader.hasNext()) {
                    if (reader.next() instanceof GoodRecord good) {
                        good.record().copies().forEach(this::count);
                    }
                    read++;
                    if (read % TOLD_EVERY == 0) {
                        share = Math.clamp(bytes.passed / size, 0, 1);
                        tell();
                    }
                }
                end = Stage.DONE;
            } catch (NoSuchFileException endedMeanwhile) {
                forget(file);
            } catch (IOException | RuntimeException unreadable) {
                if (wanted) {
                    log.warn("the branch codes of the uploaded file {} could not be looked for", file, unreadable);
                }
            } finally {
                share = 1;
                stage = end;
                tell();
            }
        }

        private void count(CopyData copy) {
            String code = Objects.requireNonNullElse(copy.branchCode(), ImportMapping.NO_CODE);
            if (codes.size() < MOST_CODES || codes.containsKey(code)) {
                codes.merge(code, 1, Integer::sum);
            }
        }

        private void tell() {
            if (wanted) {
                events.publishEvent(CatalogueTopics.IMPORT.of(file));
            }
        }

        BranchCodes found() {
            Stage now = stage;
            return new BranchCodes(codes.entrySet().stream()
                    .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                            .thenComparing(comparingByKey()))
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, same) -> one,
                            LinkedHashMap::new)), read, share, now);
        }
    }

    /** Knows how many bytes have been taken from it. */
    private static class Counting extends FilterInputStream {

        private long passed;

        Counting(InputStream file) {
            super(file);
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            passed += b < 0 ? 0 : 1;
            return b;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int taken = super.read(into, from, length);
            passed += Math.max(0, taken);
            return taken;
        }
    }

    @Override
    public void close() {
        scans.keySet().forEach(this::forget);
        thread.close();
    }
}
