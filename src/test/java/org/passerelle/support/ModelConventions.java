package org.passerelle.support;

import java.io.InputStream;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Output;
import org.passerelle.platform.i18n.Messages;
import org.springframework.context.ApplicationContext;

/** What a model must keep so that the five things of a process match; each breach is told in one line. */
public class ModelConventions {

    private final ApplicationContext beans;
    private final Messages messages;

    public ModelConventions(ApplicationContext beans, Messages messages) {
        this.beans = beans;
        this.messages = messages;
    }

    public List<String> problemsOfProcess(String file, InputStream content) {
        BpmnModelInstance model = Bpmn.readModelFromStream(content);
        Collection<Process> processes = model.getModelElementsByType(Process.class);
        if (processes.size() != 1) {
            return List.of(file + ": holds " + processes.size() + " processes");
        }
        Process process = processes.iterator().next();
        List<String> problems = new ArrayList<>();
        problems.addAll(new ProcessModelCheck(beans, messages, model, process).problems(file));
        problems.addAll(new ProcessClassCheck(model, process).problems());
        problems.addAll(new StepCheck(messages, model, process).problems());
        return problems;
    }

    public List<String> problemsOfTable(String file, InputStream content) {
        List<String> problems = new ArrayList<>();
        DmnModelInstance model = Dmn.readModelFromStream(content);
        Collection<Decision> decisions = model.getModelElementsByType(Decision.class);
        if (decisions.stream().noneMatch(decision -> file.equals(decision.getId() + ".dmn"))) {
            problems.add(file + ": no decision with this name");
        }
        for (Decision decision : decisions) {
            String id = decision.getId();
            if (!livesAtMost120Days(decision.getCamundaHistoryTimeToLiveString())) {
                problems.add(id + ": no history time to live");
            }
            Map<String, String> called = new LinkedHashMap<>();
            called.put("decision." + id, decision.getName());
            for (Input input : model.getModelElementsByType(Input.class)) {
                String name = input.getInputExpression().getText().getTextContent();
                if (!name.matches("[A-Za-z]\\w*")) {
                    problems.add(id + ": input " + name + " is no plain name");
                } else {
                    called.put("decision." + id + "." + name, input.getLabel());
                }
            }
            for (Output output : model.getModelElementsByType(Output.class)) {
                called.put("decision." + id + "." + output.getName(), output.getLabel());
            }
            called.forEach((key, name) -> {
                if (!messages.has(key)) {
                    problems.add(id + ": no key " + key + " in both languages");
                } else if (!messages.text(Locale.ENGLISH, key).equals(name)) {
                    problems.add(id + ": " + name + " is not the English text of " + key);
                }
            });
        }
        return problems;
    }

    static boolean livesAtMost120Days(String period) {
        try {
            if (period == null || period.matches("\\d+")) {
                return period != null && Integer.parseInt(period) <= 120;
            }
            Period lives = Period.parse(period);
            return lives.toTotalMonths() == 0 && lives.getDays() <= 120;
        } catch (DateTimeParseException | ArithmeticException e) {
            return false;
        }
    }
}
