package org.passerelle.platform.process;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.platform.people.WorkSite;
import org.passerelle.platform.process.TaskDescriber.TaskFacts;
import org.passerelle.platform.security.SignedIn;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** Tasks of one person or of a duty: nobody else completes them, by whatever gesture. */
@Component
public class PrivateTasks {

    private final UserTasks tasks;
    private final SignedIn signedIn;
    private final ObjectProvider<TaskDescriber> describers;
    private final ObjectProvider<CaseAudience> audiences;

    PrivateTasks(UserTasks tasks, SignedIn signedIn, ObjectProvider<TaskDescriber> describers,
                 ObjectProvider<CaseAudience> audiences) {
        this.tasks = tasks;
        this.signedIn = signedIn;
        this.describers = describers;
        this.audiences = audiences;
    }

    /** @throws AccessDeniedException unless the person signed in is one of those whom it is for */
    void requireFor(UserTask task) {
        if (!isFor(task)) {
            throw new AccessDeniedException("a task of somebody else's");
        }
    }

    /** Whether the case is one of those whom its module names; without such, whether nothing that is to be done in it is others' alone. */
    public boolean mayFollow(CaseRef process) {
        return ofItsModule(process).map(audience -> audience.mayFollow().test(process.id())).orElseGet(() -> tasks.of(process).stream().filter(task -> task.audience().isPrivate()).allMatch(this::isFor));
    }

    /** Who follows such cases, where a module says so. */
    public Optional<CaseAudience> ofItsModule(CaseRef process) {
        return audiences.stream().filter(each -> each.processKey().equals(process.processKey())).findFirst();
    }

    /** Whether who is signed in is one of those whom it is for. */
    public boolean isFor(UserTask task) {
        WorkSite work = describers.stream().filter(each -> each.processKey().equals(task.process().processKey())).findFirst()
                .map(each -> each.describe(List.of(task)).get(task.ref())).map(TaskFacts::site).orElseGet(() -> WorkSite.of(null));
        return signedIn.maybe().filter(user -> task.audience().includes(user, work)).isPresent();
    }
}
