package org.passerelle.platform.process;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * A decision table that managers read and change: its shape, and what a change of it means to the module that asks it.
 * A module contributes one bean per table; the policies screen shows them and knows no module.
 */
public interface PolicyTable {

    PolicyShape shape();

    /** What would change for what is running now, if the table answered so. Changes nothing. */
    Impact impact(Answers proposed);

    /**
     * A new version holds from now on: it decides anew for these running cases. Called in the transaction of its
     * publication.
     *
     * @param cases ids of {@link Impact#changes()}
     */
    void apply(Set<UUID> cases);

    /** The one row of outputs for each case that can be asked. */
    record Answers(Map<Map<String, Object>, Map<String, Object>> rows) {

        public Map<String, Object> to(Map<String, Object> inputs) {
            return rows.get(inputs);
        }
    }

    /** @param remarks sentences on what else would follow, the most important first */
    record Impact(List<Change> changes, List<Remark> remarks) {
    }

    /** A running case that would wait until another instant. @param name what people call it */
    record Change(UUID id, String name, String place, ZoneId zone, Instant before, Instant after) {
    }

    record Remark(String messageKey, Object... args) {
    }
}
