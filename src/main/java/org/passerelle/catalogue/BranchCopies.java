package org.passerelle.catalogue;

import java.util.UUID;

/**
 * The copies of one title at one branch.
 *
 * @param available how many are on their shelf
 * @param copies    how many there are; those missing or out of circulation do not count
 */
public record BranchCopies(UUID branch, String branchName, int available, int copies) {
}
