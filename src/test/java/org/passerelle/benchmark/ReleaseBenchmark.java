package org.passerelle.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.spring.components.jobexecutor.SpringJobExecutor;
import org.junit.jupiter.api.Test;
import org.passerelle.platform.time.AppClock;
import org.passerelle.quarantine.CrateId;
import org.passerelle.quarantine.QuarantineRoom;
import org.passerelle.quarantine.process.QuarantineProcess;
import org.passerelle.support.Consistency;
import org.passerelle.support.PasserelleTest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How many crates a second leave their quarantine when all are due in the same minute, beside the raw engine on the same
 * model with steps that do nothing. Not part of the build: {@code mvn test -Dtest=ReleaseBenchmark [-Dcrates=10000]}.
 */
@PasserelleTest
class ReleaseBenchmark {

    private static final Logger log = LoggerFactory.getLogger(ReleaseBenchmark.class);
    private static final int CRATES = Integer.getInteger("crates", 10_000);
    private static final String RAW = "quarantine-raw";

    @Autowired
    QuarantineRoom room;
    @Autowired
    QuarantineProcess process;
    @Autowired
    ProcessEngine engine;
    @Autowired
    SpringJobExecutor executor;
    @Autowired
    TransactionTemplate transaction;
    @Autowired
    AppClock clock;

    @Test
    void releasesThatAreDueInTheSameMinute() throws IOException {
        UUID branch = room.branch("MED");
        Instant due = clock.instant().plus(Duration.ofHours(72));
        List<UUID> crates = Stream.generate(UUID::randomUUID).limit(CRATES).toList();
        crates.forEach(crate -> transaction.executeWithoutResult(status -> {
            room.jdbc.sql("""
                            insert into app.crate (id, version, code, branch, material, stacked, day, state, opened_at,
                                sealed_at, rule_version, hours, treatment, dry_wipe, damp_wipe, virucide, contact_minutes,
                                release_at)
                            values (?, 0, 'Q' || nextval('app.crate_number'), ?, 'BOOK', false, '2026-11-24', 'QUARANTINE',
                                    ?, ?, 1, 72, false, true, false, false, 0, ?)""")
                    .params(crate, branch, Timestamp.from(clock.instant()), Timestamp.from(clock.instant()),
                            Timestamp.from(due)).update();
            process.start(new CrateId(crate), due);
        }));
        double ours = secondsFor("quarantine");
        assertThat(room.jdbc.sql("select count(*) from app.crate where state = 'INSPECTION'").query(Long.class).single())
                .isEqualTo(CRATES);
        assertThat(Consistency.faults(room.jdbc)).isEmpty();

        String deployment = deployRawModel();
        try {
            crates.forEach(crate -> engine.getRuntimeService().startProcessInstanceByKey(RAW,
                    crate.toString(), Map.of("releaseAt",
                    Date.from(clock.instant().plusSeconds(60)), "treatmentAsked", false, "toPutAway", false)));
            double raw = secondsFor(RAW);
            log.info("{} crates: {} released a second; the raw engine {} a second; ratio {}", CRATES,
                    Math.round(CRATES / ours), Math.round(CRATES / raw), Math.round(100 * raw / ours) / 100.0);
        } finally {
            engine.getRepositoryService().deleteDeployment(deployment, true);
        }
    }

    private double secondsFor(String key) {
        clock.advance(Duration.ofHours(72));
        long start = System.nanoTime();
        executor.start();
        try {
            while (engine.getManagementService().createJobQuery().processDefinitionKey(key).count() > 0) {
                Thread.onSpinWait();
            }
        } finally {
            executor.shutdown();
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private String deployRawModel() throws IOException {
        try (InputStream model = getClass().getResourceAsStream("/bpmn/quarantine.bpmn")) {
            String raw = new String(model.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("process id=\"quarantine\"", "process id=\"" + RAW + "\"")
                    .replace("bpmnElement=\"quarantine\"", "bpmnElement=\"" + RAW + "\"")
                    .replace("camunda:delegateExpression=\"${quarantineRelease}\"", "camunda:expression=\"${true}\"");
            return engine.getRepositoryService().createDeployment().addString("raw.bpmn", raw).deploy().getId();
        }
    }
}
