package org.passerelle.inbox.ui;

import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouteParameters;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.passerelle.inbox.domain.InboxFilter;
import org.passerelle.inbox.domain.InboxFilter.Chip;
import org.passerelle.inbox.domain.InboxFilter.Due;
import org.passerelle.inbox.domain.TaskKind;
import org.passerelle.platform.process.TaskRef;

/** The filter in the address of the page, so that it can be shared. What makes no sense there is left out. */
final class InboxAddress {

    static final String TASK = "task";
    private static final String EVERYWHERE = "all";

    private InboxAddress() {
    }

    static RouteParameters of(TaskRef task) {
        return task == null ? RouteParameters.empty() : new RouteParameters(TASK, task.value());
    }

    /** @param home the branch that is shown where the address names none, or null */
    static QueryParameters of(InboxFilter filter, UUID home) {
        Map<String, String> parts = new LinkedHashMap<>();
        if (filter.chip() != Chip.WAITING) {
            parts.put("show", filter.chip().name().toLowerCase(Locale.ROOT));
        }
        if (filter.due() != Due.ANY) {
            parts.put("due", filter.due().name().toLowerCase(Locale.ROOT));
        }
        if (!Objects.equals(filter.branch(), home)) {
            parts.put("branch", filter.branch() == null ? EVERYWHERE : filter.branch().toString());
        }
        if (filter.kind() != null) {
            parts.put("kind", filter.kind().processKey() + "." + filter.kind().taskKey());
        }
        return QueryParameters.simple(parts);
    }

    /**
     * @param words what is searched for, which the address leaves out: it may name a person
     * @param home  the branch to show where the address names none, or null
     */
    static InboxFilter filter(QueryParameters parts, String words, UUID home) {
        return new InboxFilter(one(parts, "show", Chip.values(), Chip.WAITING), one(parts, "due", Due.values(), Due.ANY),
                parts.getSingleParameter("branch").filter(EVERYWHERE::equals).isPresent() ? null
                        : parts.getSingleParameter("branch").map(InboxAddress::uuid).orElse(home),
                parts.getSingleParameter("kind").map(InboxAddress::kind).orElse(null), words);
    }

    private static <E extends Enum<E>> E one(QueryParameters parts, String name, E[] values, E otherwise) {
        return parts.getSingleParameter(name).flatMap(asked -> Stream.of(values)
                .filter(value -> value.name().equalsIgnoreCase(asked)).findFirst()).orElse(otherwise);
    }

    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static TaskKind kind(String text) {
        int dot = text.indexOf('.');
        return dot < 0 ? null : new TaskKind(text.substring(0, dot), text.substring(dot + 1));
    }
}
