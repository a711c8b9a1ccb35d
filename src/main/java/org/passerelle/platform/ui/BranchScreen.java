package org.passerelle.platform.ui;

import java.util.Optional;
import java.util.UUID;

/**
 * A screen that shows one branch: the one where the person works, or the one that its address names. The frame says so
 * where these differ, and tells the screen when the person begins to work elsewhere.
 */
public interface BranchScreen {

    /** What is shown at the moment; empty where there is no branch to show. */
    Optional<Shown> shownBranch();

    /** The person works there from now on: what is typed stays, as far as it makes sense there. */
    void workAt(UUID branch);

    record Shown(UUID id, String name) {
    }
}
