package org.passerelle.trial.making;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.passerelle.catalogue.MaterialType;
import org.passerelle.catalogue.NewTitle;

/**
 * A line of {@code trial/titles.tsv}: shelf mark, material, year of first publication
 * (none for a game of old), language, authors, title, subjects.
 *
 * @param copies between two and four, each at a branch
 */
record TrialTitle(NewTitle title, String shelfMark, List<Copy> copies) {

    record Copy(String barcode, TrialBranch branch) {
    }

    static List<TrialTitle> all() {
        List<TrialTitle> titles = new ArrayList<>();
        int copyNumber = 0;
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                TrialTitle.class.getResourceAsStream("/trial/titles.tsv"), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] field = line.split("\t", -1);
                int number = titles.size() + 1;
                List<Copy> copies = new ArrayList<>();
                for (int n = 0; n < 2 + number % 3; n++) {
                    copies.add(new Copy(Barcodes.ofCopy(++copyNumber),
                            TrialBranch.values()[(number + n) % TrialBranch.values().length]));
                }
                titles.add(new TrialTitle(new NewTitle("pontclair-%04d".formatted(number), field[5], null,
                        field[4].isEmpty() ? List.of() : List.of(field[4].split("; ")), null,
                        field[2].isEmpty() ? null : Integer.valueOf(field[2]), List.of(), List.of(field[3]),
                        List.of(field[6].split("; ")), null, MaterialType.valueOf(field[1])), field[0],
                        List.copyOf(copies)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return titles;
    }

    /** Of its copy there. */
    String barcodeAt(TrialBranch branch) {
        return copies.stream().filter(copy -> copy.branch() == branch).findFirst().orElseThrow().barcode();
    }

    long copiesAt(TrialBranch branch) {
        return copies.stream().filter(copy -> copy.branch() == branch).count();
    }

    boolean isForChildren() {
        return shelfMark.startsWith("J ");
    }

    /** By which it is found again. */
    String barcode() {
        return copies.getFirst().barcode();
    }
}
