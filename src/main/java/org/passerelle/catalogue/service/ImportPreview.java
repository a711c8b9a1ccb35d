package org.passerelle.catalogue.service;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.passerelle.catalogue.domain.marc.BadRecord.Reason;

/**
 * What the beginning of a file gives when read in a certain way.
 *
 * @param read     records looked at
 * @param refusals how many of them give no title, by reason
 * @param titles   the first titles
 * @param copies   copies found
 */
public record ImportPreview(int read, Map<Reason, Integer> refusals, List<String> titles, int copies) {

    private static final Set<Reason> NOTHING_WRONG = EnumSet.of(Reason.DELETED_BY_SENDER, Reason.NOT_BIBLIOGRAPHIC);

    public int refused() {
        return refusals.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Whether there is anything to import in it. */
    public boolean isReadable() {
        return read > refused();
    }

    /** Whether all of it is understood, and describes no document that could be lent. */
    public boolean isOfNoDocument() {
        return !isReadable() && NOTHING_WRONG.containsAll(refusals.keySet());
    }

    public boolean isOfDeletionsAlone() {
        return !isReadable() && refusals.keySet().equals(Set.of(Reason.DELETED_BY_SENDER));
    }
}
