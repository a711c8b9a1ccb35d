package org.passerelle.platform.retention;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What a module knows about one patron: handed out on request, and taken away on request. A module contributes each kind as
 * a bean; all is done in the caller's transaction, which holds the patron's lock.
 */
public interface PersonData {

    /** Under this name it stands in the file that the person is given. */
    String key();

    /** For the file: texts, numbers, instants, dates, yes or no, by names that say what they are. */
    List<Map<String, Object>> of(Person person);

    /** Ids of what is about that patron, by which other modules find what belongs to it. */
    default Set<UUID> cases(UUID patron) {
        return Set.of();
    }

    /** How many of them are not over: nobody is erased meanwhile. */
    default int open(UUID patron) {
        return 0;
    }

    /** Nothing names the person afterwards; statistics stay as they are. Nothing is open. */
    void erase(Person person);
}
