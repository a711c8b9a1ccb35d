package org.passerelle.support.browser;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.util.function.SingletonSupplier;

/**
 * Where the Chromium of the browser tests is. Looked for in this order: the environment variable
 * {@code PASSERELLE_CHROMIUM}, the machine's own, the npm package {@code @sparticuz/chromium} (one download, kept under
 * {@code ~/.cache/passerelle}), Playwright's own download.
 *
 * @param executable  empty where Playwright uses its own
 * @param environment what the browser process sees
 */
record ChromiumPlace(Optional<Path> executable, Map<String, String> environment) {

    private static final String VARIABLE = "PASSERELLE_CHROMIUM";
    private static final String PACKAGE = "@sparticuz/chromium";
    private static final String VERSION = "153.0.0";
    private static final List<String> NAMES =
            List.of("chromium-headless-shell", "chrome-headless-shell", "chromium", "chromium-browser", "google-chrome",
                    "google-chrome-stable", "Google Chrome", "microsoft-edge");
    /** What the ways to fetch one said; their words would disturb those of the tests. */
    private static final Path LOG = Path.of("target", "chromium.log").toAbsolutePath();
    private static final String NONE = "The browser tests need a Chromium: this machine has none, and neither npm ("
            + PACKAGE + ") nor Playwright could fetch one (see " + LOG + "); install one, or name it in " + VARIABLE + ".";

    /** Looked for once: a way that fails may take a minute. */
    private static final Supplier<Optional<ChromiumPlace>> FOUND = SingletonSupplier.of(ChromiumPlace::look);

    /** Unpacks what the package holds: the browser, and the libraries that a bare machine may lack. */
    private static final String UNPACK = """
            const fs = require('node:fs'), zlib = require('node:zlib'), { pipeline } = require('node:stream/promises');
            const unpack = (from, to) => pipeline(fs.createReadStream(from), zlib.createBrotliDecompress(),
                fs.createWriteStream(to, { mode: 0o755 }));
            const [bin, to] = process.argv.slice(1);
            unpack(bin + '/chromium.br', to + '/chromium')
                .then(() => unpack(bin + '/al2023.tar.br', to + '/libraries.tar'));
            """;

    static ChromiumPlace find() {
        return chosen(System.getenv(VARIABLE), FOUND);
    }

    /** @param asked the place that somebody named, if any */
    static ChromiumPlace chosen(String asked, Supplier<Optional<ChromiumPlace>> found) {
        if (asked == null || asked.isBlank()) {
            return found.get().orElseThrow(() -> new IllegalStateException(NONE));
        }
        if (!isProgram(Path.of(asked))) {
            throw new IllegalStateException(VARIABLE + " names " + asked + ", which is no program.");
        }
        return of(Path.of(asked));
    }

    private static Optional<ChromiumPlace> look() {
        return onPath(NAMES).map(ChromiumPlace::of).or(ChromiumPlace::fromNpm).or(ChromiumPlace::fromPlaywright);
    }

    private static ChromiumPlace of(Path executable) {
        return new ChromiumPlace(Optional.of(executable), System.getenv());
    }

    private static Optional<Path> onPath(List<String> names) {
        return names.stream().flatMap(name -> Stream.concat(
                        Stream.of(System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator)),
                        Stream.of("/usr/bin", "/opt/google/chrome", "/Applications/Google Chrome.app/Contents/MacOS"))
                .filter(folder -> !folder.isBlank()).map(folder -> Path.of(folder, name)))
                .filter(ChromiumPlace::isProgram).findFirst();
    }

    private static boolean isProgram(Path path) {
        return Files.isRegularFile(path) && Files.isExecutable(path);
    }

    private static Optional<ChromiumPlace> fromNpm() {
        Path folder = Path.of(System.getProperty("user.home"), ".cache", "passerelle", "chromium-" + VERSION);
        Path complete = folder.resolve("complete");
        Path libraries = folder.resolve("libraries");
        try {
            if (!Files.exists(complete)) {
                if (onPath(List.of("npm")).isEmpty() || onPath(List.of("node")).isEmpty()) {
                    return Optional.empty();
                }
                Files.createDirectories(libraries);
                boolean unpacked = run(folder, "npm", "install", "--no-audit", "--no-fund", "--prefix", ".",
                        PACKAGE + "@" + VERSION)
                        && run(folder, "node", "-e", UNPACK, "node_modules/" + PACKAGE + "/bin", ".")
                        && run(folder, "tar", "-xf", "libraries.tar", "-C", "libraries");
                if (!unpacked) {
                    return Optional.empty();
                }
                Files.createFile(complete);
            }
        } catch (IOException e) {
            return Optional.empty();
        }
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.merge("LD_LIBRARY_PATH", libraries.resolve("lib").toString(), (theirs, ours) -> ours + ":" + theirs);
        return Optional.of(new ChromiumPlace(Optional.of(folder.resolve("chromium")), environment));
    }

    private static Optional<ChromiumPlace> fromPlaywright() {
        Path browsers = Path.of(System.getProperty("user.home"), ".cache", "ms-playwright");
        try {
            String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
            boolean there = run(Path.of("").toAbsolutePath(), java, "-cp", System.getProperty("java.class.path"),
                    "com.microsoft.playwright.CLI", "install", "--only-shell", "chromium") && Files.isDirectory(browsers);
            return there ? Optional.of(new ChromiumPlace(Optional.empty(), System.getenv())) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static boolean run(Path folder, String... command) throws IOException {
        try {
            Files.createDirectories(LOG.getParent());
            ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true)
                    .redirectOutput(Redirect.appendTo(LOG.toFile()));
            builder.environment().remove("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD");
            Process fetching = builder.start();
            // A download that stands still is one that fails.
            boolean ended = fetching.waitFor(5, TimeUnit.MINUTES);
            fetching.destroyForcibly();
            return ended && fetching.exitValue() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
