package org.passerelle.catalogue.service;

import java.util.Map;
import org.passerelle.catalogue.domain.ImportMapping;

/**
 * Which of the sender's branch codes a file holds, as far as it has been looked through.
 *
 * @param codes how many copies bear each, the most frequent first; {@link ImportMapping#NO_CODE} stands for
 *              those without one
 * @param read  records looked at
 * @param share of the file that has been looked at, from 0 to 1
 */
public record BranchCodes(Map<String, Integer> codes, long read, double share, Stage stage) {

    public enum Stage {
        LOOKING,
        /** To the end of the file. */
        DONE,
        /** The file could not be read to its end. */
        BROKEN_OFF
    }
}
