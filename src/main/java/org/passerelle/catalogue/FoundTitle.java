package org.passerelle.catalogue;

import java.util.List;

/** A title that a search found, and where it has copies, in order of branch name. */
public record FoundTitle(TitleInfo title, List<BranchCopies> branches) {

    public int available() {
        return branches.stream().mapToInt(BranchCopies::available).sum();
    }
}
