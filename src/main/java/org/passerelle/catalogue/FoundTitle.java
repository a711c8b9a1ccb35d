package org.passerelle.catalogue;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A title that a search found, and where it has copies, in order of branch name. */
public record FoundTitle(TitleInfo title, List<BranchCopies> branches) {

    public int available() {
        return branches.stream().mapToInt(BranchCopies::available).sum();
    }

    /** Where none is available: the first day on which one is expected, wherever that is. */
    public Optional<LocalDate> expectedOn() {
        return available() > 0 ? Optional.empty() : branches.stream().map(BranchCopies::expectedOn)
                .filter(Objects::nonNull).min(Comparator.naturalOrder());
    }
}
