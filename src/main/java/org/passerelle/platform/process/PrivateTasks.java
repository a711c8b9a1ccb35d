package org.passerelle.platform.process;

import java.util.List;
import java.util.UUID;
import org.passerelle.platform.process.TaskDescriber.TaskFacts;
import org.passerelle.platform.security.SignedIn;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** Tasks of one person or of a duty: nobody else completes them, by whatever gesture. */
@Component
class PrivateTasks {

    private final SignedIn signedIn;
    private final ObjectProvider<TaskDescriber> describers;

    PrivateTasks(SignedIn signedIn, ObjectProvider<TaskDescriber> describers) {
        this.signedIn = signedIn;
        this.describers = describers;
    }

    /** @throws AccessDeniedException unless the person signed in is one of those whom it is for */
    void requireFor(UserTask task) {
        UUID branch = describers.stream().filter(each -> each.processKey().equals(task.process().processKey())).findFirst()
                .map(each -> each.describe(List.of(task)).get(task.ref())).map(TaskFacts::branch).orElse(null);
        if (signedIn.maybe().filter(user -> task.audience().includes(user, branch)).isEmpty()) {
            throw new AccessDeniedException("a task of somebody else's");
        }
    }
}
