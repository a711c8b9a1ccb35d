package org.passerelle.catalogue.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.passerelle.platform.Outcome;

/** What is taken of a file that arrives: nothing here is left to the browser that sends it. */
class ImportFilesTest {

    private static final int LARGEST = 1 << 20;
    private static final long LEFT_FREE = 1 << 22;

    @TempDir
    Path folder;

    private final AtomicLong free = new AtomicLong(Long.MAX_VALUE);

    @Test
    void aFileOfTheLargestSizeIsTakenWhole() throws IOException {
        assertThat(keep(-1, new Sent(LARGEST))).isEqualTo(Outcome.done((long) LARGEST));
        assertThat(kept()).isEqualTo(LARGEST);
    }

    @Test
    void aFileThatIsLargerThanItsSenderSaysIsRefusedWhileItArrives() throws IOException {
        Sent endless = new Sent(Long.MAX_VALUE);

        assertThat(keep(100, endless).refusal()).isEqualTo(ImportRefused.FILE_TOO_LARGE);
        assertThat(endless.sent).isLessThan(2 * LARGEST);
        assertThat(kept()).isZero();
    }

    @Test
    void aFileThatIsAnnouncedAsTooLargeIsNotReadAtAll() throws IOException {
        Sent large = new Sent(LARGEST);

        assertThat(keep(LARGEST + 1L, large).refusal()).isEqualTo(ImportRefused.FILE_TOO_LARGE);
        assertThat(large.sent).isZero();
    }

    @Test
    void aDiskThatWouldBeTooFullRefusesTheFileBeforeItIsRead() throws IOException {
        free.set(LEFT_FREE + 1000);
        Sent file = new Sent(1001);

        assertThat(keep(1001, file).refusal()).isEqualTo(ImportRefused.NO_ROOM);
        assertThat(file.sent).isZero();
        assertThat(keep(1000, new Sent(1000)).isDone()).isTrue();
    }

    @Test
    void aDiskThatFillsWhileTheFileArrivesKeepsItsRoom() throws IOException {
        free.set(LEFT_FREE + LARGEST);
        Sent file = new Sent(LARGEST) {
            @Override
            public int read(byte[] into, int from, int length) {
                free.addAndGet(-3L * length);
                return super.read(into, from, length);
            }
        };

        assertThat(keep(LARGEST, file).refusal()).isEqualTo(ImportRefused.NO_ROOM);
        assertThat(file.sent).isLessThan(LARGEST);
        assertThat(kept()).isZero();
    }

    @Test
    void ofAnUploadThatBreaksOffNothingIsKept() {
        InputStream broken = new InputStream() {
            private int read;

            @Override
            public int read() throws IOException {
                if (++read > 10) {
                    throw new IOException("the line is cut");
                }
                return 'x';
            }

            @Override
            public int read(byte[] into, int from, int length) throws IOException {
                into[from] = (byte) read();
                return 1;
            }
        };

        assertThatThrownBy(() -> keep(-1, broken)).hasMessage("the line is cut");
        assertThat(kept()).isZero();
    }

    @Test
    void anEmptyFileLeavesNothing() throws IOException {
        assertThat(keep(0, new ByteArrayInputStream(new byte[0])).refusal()).isEqualTo(ImportRefused.FILE_EMPTY);
        assertThat(kept()).isZero();
    }

    private Outcome<Long> keep(long announced, InputStream content) throws IOException {
        return new ImportFiles(folder, LARGEST, LEFT_FREE, free::get).keep(UUID.randomUUID(), announced, content);
    }

    /** How many bytes lie in the folder. */
    private long kept() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static class Sent extends InputStream {

        private final long bytes;
        long sent;

        Sent(long bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read() {
            return sent++ < bytes ? 'x' : -1;
        }

        @Override
        public int read(byte[] into, int from, int length) {
            int more = (int) Math.min(length, bytes - sent);
            sent += more;
            return more > 0 ? more : -1;
        }
    }
}
