package org.passerelle.platform.process;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The versions of the decision tables, and what each answers. */
@Component
@Transactional(readOnly = true)
public class DecisionTables {

    private final RepositoryService repository;
    private final DmnEngine dmn;

    DecisionTables(ProcessEngine engine) {
        this.repository = engine.getRepositoryService();
        // One of its own: the process engine's can parse only within a command, and writes history.
        this.dmn = DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
    }

    /** @param number counts from 1 */
    public record Version(String id, int number) {
    }

    /** The version that decides now. One statement. */
    public Version newest(String table) {
        DecisionDefinition newest = repository.createDecisionDefinitionQuery().decisionDefinitionKey(table)
                .latestVersion().singleResult();
        return new Version(newest.getId(), newest.getVersion());
    }

    /**
     * What that version answers to each of these cases, in their order. Leaves nothing in the history: it is a way to
     * read the table.
     */
    public List<List<Map<String, Object>>> answers(String table, Version version, List<Map<String, Object>> cases) {
        try (InputStream model = repository.getDecisionModel(version.id())) {
            return answers(table, new String(model.readAllBytes(), StandardCharsets.UTF_8), cases);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same for a table that is not deployed. */
    public List<List<Map<String, Object>>> answers(String table, String xml, List<Map<String, Object>> cases) {
        DmnDecision decision = dmn.parseDecision(table,
                new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
        return cases.stream().map(inputs -> dmn.evaluateDecisionTable(decision, inputs).getResultList().stream()
                .<Map<String, Object>>map(Map::copyOf).toList()).toList();
    }
}
