package org.passerelle.catalogue.service;

import java.util.List;

/**
 * What the beginning of a file gives when read in a certain way.
 *
 * @param read    records looked at
 * @param refused those that could not be read
 * @param titles  the first titles
 * @param copies  copies found
 */
public record ImportPreview(int read, int refused, List<String> titles, int copies) {

    /** Whether there is anything to import in it. */
    public boolean isReadable() {
        return read > refused;
    }
}
