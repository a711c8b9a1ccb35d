package org.passerelle.platform.process.steps;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.passerelle.platform.network.NetworkZone;
import org.passerelle.platform.process.CaseNames;
import org.passerelle.platform.process.CaseRef;
import org.passerelle.platform.process.PrivateTasks;
import org.passerelle.platform.process.Processes;
import org.passerelle.platform.process.Processes.Diagram;
import org.passerelle.platform.process.steps.CaseSentence.Said;
import org.passerelle.platform.security.Role;
import org.passerelle.platform.security.SignedIn;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The diagram of a case, and the same in words, for staff. */
@Service
@Transactional(readOnly = true)
public class CaseProcesses {

    private final StepsOfCases steps;
    private final CaseStandings standings;
    private final Processes processes;
    private final PrivateTasks privateTasks;
    private final RepositoryService repository;
    private final List<CaseNames> names;
    private final NetworkZone network;
    private final SignedIn signedIn;

    CaseProcesses(StepsOfCases steps, CaseStandings standings, Processes processes, PrivateTasks privateTasks, ProcessEngine engine,
                  List<CaseNames> names, NetworkZone network, SignedIn signedIn) {
        this.steps = steps;
        this.standings = standings;
        this.processes = processes;
        this.privateTasks = privateTasks;
        this.repository = engine.getRepositoryService();
        this.names = names;
        this.network = network;
        this.signedIn = signedIn;
    }

    /**
     * @param name   by what staff know the case, or null
     * @param said   how it stands, in a sentence
     * @param before what it has been through, oldest first
     * @param now    message keys of where it is; none once it has ended
     * @param next   message keys of what may come right after
     */
    public record Page(CaseRef process, String name, Optional<Said> said, ZoneId zone, Diagram diagram,
                       List<Passed> before, List<String> now, List<String> next) {
    }

    /** @param messageKey what the case has been through */
    public record Passed(String messageKey, Instant at) {
    }

    /** Empty where there is no such case, where its history is cleaned, and where what is to be done in it is others' alone. */
    public Optional<Page> find(CaseRef process) {
        signedIn.require(Role.AGENT);
        List<HistoricProcessInstance> instances = steps.instances(process);
        if (instances.isEmpty() || !privateTasks.mayFollow(process)) {
            return Optional.empty();
        }
        return Optional.of(page(process, instances));
    }

    private Page page(CaseRef process, List<HistoricProcessInstance> instances) {
        BpmnModelInstance model = repository.getBpmnModelInstance(instances.getFirst().getProcessDefinitionId());
        List<HistoricActivityInstance> been = steps.been(instances);
        Diagram diagram = processes.diagram(instances.getFirst(), been.stream().filter(activity -> activity.getEndTime() != null)
                .map(HistoricActivityInstance::getActivityId).collect(Collectors.toSet()));
        Optional<Said> said = standings.said(process);
        String name = names.stream().filter(each -> each.processKey().equals(process.processKey())).findFirst()
                .map(each -> each.names().apply(Set.of(process.id())).get(process.id())).orElse(null);
        return new Page(process, name, said, said.map(Said::zone).orElseGet(network::zone), diagram,
                been.stream().filter(activity -> activity.getEndTime() != null && !activity.isCanceled())
                        .filter(activity -> isTold(model, activity.getActivityId()))
                        .map(activity -> new Passed(key(process, activity.getActivityId()), activity.getEndTime().toInstant())).toList(),
                now(process, model, diagram),
                DiagramText.after(model, diagram.active()).stream().map(element -> key(process, element)).toList());
    }

    /** At a gateway without a name a case waits for what comes next. */
    private static List<String> now(CaseRef process, BpmnModelInstance model, Diagram diagram) {
        List<String> named = diagram.active().stream().sorted()
                .filter(active -> ((FlowElement) model.getModelElementById(active)).getName() != null)
                .map(active -> key(process, active)).toList();
        return named.isEmpty() && !diagram.active().isEmpty() ? List.of("cases.process.waits") : named;
    }

    private static boolean isTold(BpmnModelInstance model, String element) {
        return model.getModelElementById(element) instanceof FlowElement told && DiagramText.isTold(told);
    }

    private static String key(CaseRef process, String element) {
        return "process." + process.processKey() + "." + element;
    }
}
