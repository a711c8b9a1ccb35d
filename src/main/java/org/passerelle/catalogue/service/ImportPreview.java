package org.passerelle.catalogue.service;

import java.util.List;
import java.util.Map;

/**
 * What the beginning of a file gives when read in a certain way.
 *
 * @param read        records looked at
 * @param refused     those that could not be read
 * @param titles      the first titles
 * @param copies      copies found
 * @param branchCodes how many copies bear each of the sender's branch codes, the most frequent first
 */
public record ImportPreview(int read, int refused, List<String> titles, int copies, Map<String, Integer> branchCodes) {
}
