package org.passerelle.circulation.reservations.service;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.passerelle.notification.CallsAbout;
import org.passerelle.platform.process.steps.OpenTask;
import org.passerelle.platform.process.steps.OpenTasks;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is to be done about reservations and waits: in their own cases, and the calls to be made about them. */
@Service
public class CaseTasks {

    private final OpenTasks tasks;
    private final CallsAbout calls;

    CaseTasks(OpenTasks tasks, CallsAbout calls) {
        this.tasks = tasks;
        this.calls = calls;
    }

    /** For staff; the most urgent first. Two statements. */
    @Transactional(readOnly = true)
    public List<OpenTask> of(Collection<UUID> cases) {
        return tasks.of(Stream.concat(cases.stream(), calls.of(cases).stream()).toList());
    }
}
