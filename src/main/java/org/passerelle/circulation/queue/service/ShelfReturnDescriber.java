package org.passerelle.circulation.queue.service;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.passerelle.catalogue.CopyInfo;
import org.passerelle.catalogue.CopyPlaces;
import org.passerelle.circulation.queue.process.ShelfReturnProcess;
import org.passerelle.platform.process.TaskDescriber;
import org.passerelle.platform.process.TaskRef;
import org.passerelle.platform.process.UserTask;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells the inbox which copy is to be put back; found by title, shelf mark or barcode. One statement. */
@Component
class ShelfReturnDescriber implements TaskDescriber {

    /** Nobody can borrow it until then. */
    private static final Duration DUE = Duration.ofDays(1);

    private final CopyPlaces copies;

    ShelfReturnDescriber(CopyPlaces copies) {
        this.copies = copies;
    }

    @Override
    public String processKey() {
        return ShelfReturnProcess.KEY;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<TaskRef, TaskFacts> describe(Collection<UserTask> tasks) {
        return TaskDescriber.byCase(tasks, cases -> copies.copies(cases).stream()
                .collect(Collectors.toMap(CopyInfo::id, Function.identity())), ShelfReturnDescriber::facts);
    }

    private static TaskFacts facts(UserTask task, CopyInfo copy) {
        String mark = copy.shelfMark() == null ? "" : copy.shelfMark();
        return new TaskFacts("shelf-return.task.subject", List.of(copy.titleText(), mark), copy.branch(), task.created().plus(DUE),
                String.join(" ", copy.titleText(), mark, copy.barcode()));
    }
}
