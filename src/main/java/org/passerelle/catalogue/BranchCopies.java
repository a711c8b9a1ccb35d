package org.passerelle.catalogue;

import java.time.LocalDate;
import java.util.UUID;

/**
 * The copies of one title at one branch.
 *
 * @param available  how many are on their shelf
 * @param copies     how many there are; those missing or out of circulation do not count
 * @param expectedOn where none is available, the first day at the branch on which one is expected; null when none is
 */
public record BranchCopies(UUID branch, String branchName, int available, int copies, LocalDate expectedOn) {
}
