package org.passerelle.inbox.ui;

import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.data.value.HasValueChangeMode;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.server.VaadinSession;
import java.io.Serializable;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.passerelle.platform.process.TaskRef;

/**
 * What somebody has typed into the forms of tasks that are not completed. It may be about anybody: it stays in the
 * memory of their own session, and goes with the task or the session.
 */
class TaskDrafts implements Serializable {

    /** Nobody has more forms half filled in; the one that was left alone longest is forgotten first. */
    private static final int MOST = 20;

    private final Map<String, Map<String, Object>> drafts = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Map<String, Object>> eldest) {
            return size() > MOST;
        }
    };

    static TaskDrafts of(VaadinSession session) {
        TaskDrafts drafts = session.getAttribute(TaskDrafts.class);
        if (drafts == null) {
            drafts = new TaskDrafts();
            session.setAttribute(TaskDrafts.class, drafts);
        }
        return drafts;
    }

    @SuppressWarnings("unchecked")
    <V> void keep(UUID account, TaskRef task, String name, HasValue<?, V> field) {
        Object kept = drafts.getOrDefault(key(account, task), Map.of()).get(name);
        if (kept != null) {
            field.setValue((V) kept);
        }
        if (field instanceof HasValueChangeMode typed) {
            // While it is typed: who leaves by the keyboard or by the browser's way back has not left the field.
            typed.setValueChangeMode(ValueChangeMode.LAZY);
        }
        field.addValueChangeListener(change -> drafts.computeIfAbsent(key(account, task), none -> new HashMap<>())
                .put(name, change.getValue()));
    }

    void forget(UUID account, TaskRef task) {
        drafts.remove(key(account, task));
    }

    private static String key(UUID account, TaskRef task) {
        return account + " " + task.value();
    }
}
