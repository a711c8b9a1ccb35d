package org.passerelle.support.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

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
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge");

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
        String asked = System.getenv(VARIABLE);
        if (asked != null && !asked.isBlank()) {
            if (!Files.isExecutable(Path.of(asked))) {
                throw new IllegalStateException(VARIABLE + " names " + asked + ", which is no program.");
            }
            return of(Path.of(asked));
        }
        return onPath(NAMES).map(ChromiumPlace::of)
                .or(ChromiumPlace::fromNpm)
                .or(ChromiumPlace::fromPlaywright)
                .orElseThrow(() -> new IllegalStateException("The browser tests need a Chromium: install one, or name it in "
                        + VARIABLE + ", or let npm or Playwright download one."));
    }

    private static ChromiumPlace of(Path executable) {
        return new ChromiumPlace(Optional.of(executable), System.getenv());
    }

    private static Optional<Path> onPath(List<String> names) {
        return names.stream().flatMap(name -> Stream.concat(
                        Stream.of(System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator)),
                        Stream.of("/usr/bin", "/opt/google/chrome", "/Applications/Google Chrome.app/Contents/MacOS"))
                .filter(folder -> !folder.isBlank()).map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable).findFirst();
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
            ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile()).inheritIO();
            builder.environment().remove("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD");
            return builder.start().waitFor() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
