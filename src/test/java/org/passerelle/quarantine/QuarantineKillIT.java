package org.passerelle.quarantine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.platform.time.AppClock;
import org.passerelle.support.Consistency;
import org.passerelle.support.FreshState;
import org.passerelle.support.KilledProduct;
import org.passerelle.support.Statements;
import org.passerelle.support.Statements.Watcher;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The product in a process of its own, killed as by {@code kill -9} right after a crate is sealed and while the job
 * executor releases it, each time started again on the same data.
 */
class QuarantineKillIT {

    @TempDir
    Path folder;

    @Test
    void aKilledProductReleasesItsCratesOnceWhenItIsStartedAgain() throws Exception {
        KilledProduct.run(folder, Victim.class, "sealed", true);
        assertThat(KilledProduct.run(folder, Victim.class, "releasing", true))
                .containsExactly("crate QUARANTINE timers 1 tasks null released 0 documents QUARANTINE,QUARANTINE");
        assertThat(KilledProduct.run(folder, Victim.class, "end", false))
                .containsExactly("crate QUARANTINE timers 1 tasks null released 0 documents QUARANTINE,QUARANTINE",
                        "crate INSPECTION timers 0 tasks user_inspect released 1 documents QUARANTINE,QUARANTINE");
    }

    /** What runs in the other process. */
    static class Victim {

        private static final Instant RELEASE = FreshState.START.plus(Duration.ofHours(72));
        /** Longer than a killed product's job stays locked. */
        private static final Duration LATER = Duration.ofMinutes(10);

        private final QuarantineRoom room;
        private final JdbcClient jdbc;

        Victim(ConfigurableApplicationContext product) {
            room = product.getBean(QuarantineRoom.class);
            jdbc = product.getBean(JdbcClient.class);
        }

        public static void main(String[] args) {
            KilledProduct.live(FreshState.START, product -> {
                Victim victim = new Victim(product);
                AppClock clock = product.getBean(AppClock.class);
                victim.tell();
                switch (args[0]) {
                    case "sealed" -> victim.sealACrate();
                    case "releasing" -> {
                        Statements.watchEverywhere(beforeTheCommitOfARelease());
                        clock.setTo(RELEASE);
                        victim.awaitRelease();
                    }
                    default -> {
                        clock.setTo(RELEASE.plus(LATER));
                        victim.awaitRelease();
                        victim.tell();
                    }
                }
            });
        }

        private void sealACrate() {
            UUID branch = room.branch("MED");
            CurrentUser agent = room.agentOf(branch);
            CrateId crate = room.openCrate(agent, branch, 2);
            Statements.watchedBy(KilledProduct.haltAfterCommit(),
                    () -> room.by(agent, () -> room.crateDesk.seal(crate)));
        }

        private void awaitRelease() {
            await().atMost(Duration.ofSeconds(60)).until(() -> jdbc.sql("select state <> 'QUARANTINE' from app.crate")
                    .query(Boolean.class).single());
        }

        private void tell() {
            jdbc.sql("""
                    select 'crate ' || k.state
                        || ' timers ' || (select count(*) from act_ru_job j join act_ru_execution e
                            on e.id_ = j.process_instance_id_ where e.business_key_ = k.id::text)
                        || ' tasks ' || coalesce((select string_agg(task_key, ',') from app.inbox_task t
                            where t.case_id = k.id), 'null')
                        || ' released ' || (select count(*) from app.journal_entry
                            where case_id = k.id and message_key = 'journal.quarantine.released')
                        || ' documents ' || (select string_agg(p.kind, ',') from app.copy_place p where p.case_id = k.id)
                    from app.crate k""").query(String.class).list().forEach(KilledProduct::found);
            Consistency.faults(jdbc).forEach(KilledProduct::found);
        }

        private static Watcher beforeTheCommitOfARelease() {
            ThreadLocal<Boolean> released = ThreadLocal.withInitial(() -> false);
            return sql -> {
                if (sql.startsWith("update app.crate ")) {
                    released.set(true);
                } else if (sql.equals(Watcher.COMMIT) && released.get()) {
                    KilledProduct.halt();
                }
            };
        }
    }
}
