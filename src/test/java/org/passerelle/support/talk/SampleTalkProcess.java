package org.passerelle.support.talk;

import java.util.UUID;
import org.passerelle.platform.process.CaseRef;
import org.passerelle.platform.process.Processes;
import org.passerelle.platform.process.TaskRef;
import org.passerelle.platform.process.Variable;
import org.passerelle.platform.process.Variables;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A process of the tests' own in which nothing is everybody's: a task of one person, then one of a duty. */
@Component
@Transactional
public class SampleTalkProcess {

    public static final String KEY = "sample-talk";

    private final Processes processes;

    SampleTalkProcess(Processes processes) {
        this.processes = processes;
    }

    /** @param person whom the talk is for, by account, or null */
    public void start(UUID talk, UUID person) {
        processes.start(new CaseRef(KEY, talk), Variables.of(PERSON, person));
    }

    public boolean talked(TaskRef task) {
        return processes.complete(task, TALK, Variables.none());
    }

    public boolean decided(TaskRef task) {
        return processes.complete(task, DECIDE, Variables.none());
    }

    static final String TALK = "user_talk";
    static final String DECIDE = "user_decide";
    static final Variable<UUID> PERSON = Variable.person("person");
}
