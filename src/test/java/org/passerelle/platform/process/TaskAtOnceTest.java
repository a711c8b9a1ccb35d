package org.passerelle.platform.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.passerelle.support.PasserelleTest;
import org.passerelle.support.Patience;
import org.passerelle.support.Statements;
import org.passerelle.support.errand.SampleErrandProcess;
import org.passerelle.support.errand.SampleErrands;
import org.passerelle.support.errand.SampleErrands.Errand;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** A task is opened while its case ends. */
@PasserelleTest
class TaskAtOnceTest {

    @Autowired
    UserTasks tasks;
    @Autowired
    SampleErrandProcess errands;
    @Autowired
    TransactionTemplate transaction;

    @Test
    void aTaskWhoseCaseEndsWhileItIsReadIsGone() {
        UUID errand = UUID.randomUUID();
        SampleErrands.ALL.put(errand, new Errand("Mme Ferrand", null, null, ""));
        errands.start(errand, false);
        TaskRef task = transaction.execute(reader -> tasks.allRefs(0, 1).getFirst());
        AtomicBoolean ended = new AtomicBoolean();
        AtomicReference<Optional<UserTask>> read = new AtomicReference<>();

        Statements.watchedBy(new Statements.Watcher() {
            @Override
            public void before(String sql) {
            }

            @Override
            public void after(String sql) {
                if (sql.contains("ACT_RU_TASK") && ended.compareAndSet(false, true)) {
                    Patience.elsewhere(() -> errands.cancelled(errand));
                }
            }
        }, () -> read.set(transaction.execute(reader -> tasks.task(task))));

        assertThat(ended).isTrue();
        assertThat(read.get()).isEmpty();
    }
}
