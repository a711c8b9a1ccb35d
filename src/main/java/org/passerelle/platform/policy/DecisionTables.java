package org.passerelle.platform.policy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.Deployment;
import org.passerelle.platform.policy.PolicyShape.Output;
import org.passerelle.platform.policy.PolicyShape.Output.Kind;
import org.passerelle.platform.policy.PolicyShape.Row;
import org.passerelle.platform.policy.PolicyTable.Answers;
import org.passerelle.platform.process.EngineCommands;
import org.passerelle.platform.process.ProcessLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The versions of the decision tables, what each answers, and new ones. */
@Component
@Transactional(readOnly = true)
public class DecisionTables {

    private final RepositoryService repository;
    private final DecisionService decisions;
    private final DmnEngine dmn;
    private final EngineCommands commands;
    private final JdbcClient jdbc;
    /** By the id of the version, whose rows never change: a table is asked for each title that is reserved. */
    private final Map<String, Answers> known = new ConcurrentHashMap<>();

    DecisionTables(ProcessEngine engine, EngineCommands commands, JdbcClient jdbc) {
        this.commands = commands;
        this.decisions = engine.getDecisionService();
        this.jdbc = jdbc;
        this.repository = engine.getRepositoryService();
        // One of its own: the process engine's can parse only within a command, and writes history.
        this.dmn = DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
    }

    /** @param number counts from 1, @param deployment what holds its text */
    public record Version(String id, int number, String deployment) {
    }

    /** @param at when it was deployed */
    public record Deployed(Version version, Instant at) {
    }

    /** The version that decides now. One statement. */
    public Version newest(String table) {
        return version(repository.createDecisionDefinitionQuery().decisionDefinitionKey(table).latestVersion()
                .singleResult());
    }

    /** The same, and no other version is published before this transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Version newestHeld(String table) {
        jdbc.sql("select pg_advisory_xact_lock_shared(hashtext(?))").param(lock(table)).query(row -> { });
        return newest(table);
    }

    /** The same, for who is about to publish: one at a time, when everybody who held it is done. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Version newestToReplace(String table) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext(?))").param(lock(table)).query(row -> { });
        return newest(table);
    }

    private static String lock(String table) {
        return "decision table " + table;
    }

    /** The rows of outputs that the newest version of that table answers; the decision is kept in the history. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Map<String, Object>> decide(String decisionKey, Map<String, Object> inputs) {
        return commands.run(() -> decisions.evaluateDecisionTableByKey(decisionKey, inputs).getResultList().stream()
                .<Map<String, Object>>map(row -> Map.copyOf(row)).toList());
    }

    /** Every version that there has been, the newest first. Two statements, however many there are. */
    public List<Deployed> versions(String table) {
        Map<String, Instant> deployed = repository.createDeploymentQuery().list().stream()
                .collect(Collectors.toMap(Deployment::getId, each -> each.getDeploymentTime().toInstant()));
        return repository.createDecisionDefinitionQuery().decisionDefinitionKey(table)
                .orderByDecisionDefinitionVersion().desc().list().stream()
                .map(definition -> new Deployed(version(definition), deployed.get(definition.getDeploymentId())))
                .toList();
    }

    /** Its rows as people read them. */
    public List<Row> rows(PolicyShape table, Version version) {
        return PolicyDocument.of(table, xml(table, version)).rows();
    }

    /**
     * What it answers to every case. Leaves nothing in the history: it is a way to read the table. Asks the database the
     * first time only.
     */
    public Answers answers(PolicyShape table, Version version) {
        return known.computeIfAbsent(version.id(), id -> answers(table, xml(table, version)));
    }

    /** The same for rows that are not published. @throws IllegalArgumentException when they have faults */
    public Answers answers(PolicyShape table, List<Row> rows) {
        return answers(table, PolicyDocument.of(table, xml(table, newest(table.key()))).with(rows));
    }

    private Answers answers(PolicyShape table, String xml) {
        DmnDecision decision = dmn.parseDecision(table.key(),
                new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
        Map<Map<String, Object>, Map<String, Object>> answers = new HashMap<>();
        for (Map<String, Object> asked : cases(table)) {
            List<Map<String, Object>> rows = dmn.evaluateDecisionTable(decision, asked).getResultList();
            if (rows.size() != 1) {
                throw new IllegalStateException(table.key() + " has " + rows.size() + " rows for " + asked);
            }
            answers.put(asked, complete(table, rows.getFirst()));
        }
        return new Answers(Map.copyOf(answers));
    }

    /** With what is read into columns that the version does not have; several choices are a set. */
    private static Map<String, Object> complete(PolicyShape table, Map<String, Object> said) {
        Map<String, Object> all = new HashMap<>(said);
        table.outputs().forEach(output -> {
            if (output.unsaid() != null) {
                all.putIfAbsent(output.name(), unsaid(output));
            }
            if (output.kind() == Kind.CHOICES) {
                all.computeIfPresent(output.name(), (name, several) -> Set.copyOf(Output.read((String) several)));
            }
        });
        return Map.copyOf(all);
    }

    private static Object unsaid(Output output) {
        return switch (output.kind()) {
            case FLAG -> Boolean.valueOf(output.unsaid());
            case NUMBER -> Integer.valueOf(output.unsaid());
            case CHOICE, CHOICES -> output.unsaid();
        };
    }

    private static List<Map<String, Object>> cases(PolicyShape table) {
        List<Map<String, Object>> typed = new ArrayList<>();
        for (Map<String, String> asked : PolicyCheck.cases(table)) {
            Map<String, Object> inputs = new HashMap<>();
            table.inputs().forEach(input -> inputs.put(input.name(), input.isFlag()
                    ? Boolean.valueOf(asked.get(input.name())) : asked.get(input.name())));
            typed.add(inputs);
        }
        return typed;
    }

    /**
     * These rows decide from now on, and no later start puts the shipped table over them.
     *
     * @throws IllegalArgumentException when they have faults
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Version publish(PolicyShape table, List<Row> rows) {
        String xml = PolicyDocument.of(table, xml(table, newest(table.key()))).with(rows);
        repository.createDeployment().name(ProcessLifecycle.PUBLISHED + table.key())
                .addString(resource(table), xml).deploy();
        return newest(table.key());
    }

    /** One statement: the engine's own way asks for the version once more. */
    private String xml(PolicyShape table, Version version) {
        try (InputStream model = repository.getResourceAsStream(version.deployment(), resource(table))) {
            return new String(model.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Shipped and published tables have the same name in their deployments. */
    private static String resource(PolicyShape table) {
        return "bpmn/" + table.key() + ".dmn";
    }

    private static Version version(DecisionDefinition definition) {
        return new Version(definition.getId(), definition.getVersion(), definition.getDeploymentId());
    }
}
