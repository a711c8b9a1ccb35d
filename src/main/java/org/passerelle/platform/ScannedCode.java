package org.passerelle.platform;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A code as a scanner sends it, or somebody types it. Scanners are set up in many ways: some tell the kind of barcode
 * first (the AIM prefix, {@code ]F0}), some send the start and stop letters of Codabar, some change the case. What was
 * read exactly comes first, so that a library whose barcodes really begin with such a letter is not misread.
 */
public final class ScannedCode {

    private static final Pattern AIM_PREFIX = Pattern.compile("^][A-Za-z][0-9A-Za-z]");
    /** With one letter alone, or fewer digits between the two, it is rather a code of its own. */
    private static final Pattern CODABAR = Pattern.compile("[A-Da-d]([0-9][-0-9$:/.+]{2,}[0-9])[A-Da-d]");
    /** Longest part of what was read that a sentence repeats, in characters. */
    private static final int LONGEST_ECHO = 40;

    private final String read;
    private final Set<String> variants = new LinkedHashSet<>();

    public ScannedCode(String read) {
        this.read = PlainText.line(read);
        add(this.read);
        add(AIM_PREFIX.matcher(this.read).replaceFirst(""));
        for (String one : List.copyOf(variants)) {
            Matcher codabar = CODABAR.matcher(one);
            if (codabar.matches()) {
                add(codabar.group(1));
            }
        }
    }

    private void add(String variant) {
        if (!variant.isBlank()) {
            variants.add(variant.strip());
        }
    }

    /** What the code may be, as it was read first; empty where nothing was read. */
    public List<String> variants() {
        return List.copyOf(variants);
    }

    /** Whether it may be that code: in any case, with or without what the scanner has added. */
    public boolean mayMean(String code) {
        return variants.stream().anyMatch(code::equalsIgnoreCase);
    }

    /**
     * What is meant among those whose code is one of the {@link #variants} in any case: one thing, or several where that
     * cannot be said. What was read exactly is meant; of codes that differ in case alone, the one in the case that was read.
     */
    public <T> List<T> meant(List<T> found, Function<T, String> codeOf) {
        List<T> exact = found.stream().filter(each -> codeOf.apply(each).equals(read)).toList();
        if (!exact.isEmpty()) {
            return exact;
        }
        boolean inCaseAlone = found.stream().map(each -> codeOf.apply(each).toLowerCase(Locale.ROOT)).distinct().count() == 1;
        List<T> inThatCase = found.stream().filter(each -> variants.contains(codeOf.apply(each))).toList();
        return inCaseAlone && inThatCase.size() == 1 ? inThatCase : found;
    }

    /** What was read, for a sentence about it. */
    public String echo() {
        return read.codePointCount(0, read.length()) <= LONGEST_ECHO ? read
                : read.substring(0, read.offsetByCodePoints(0, LONGEST_ECHO)) + "…";
    }
}
