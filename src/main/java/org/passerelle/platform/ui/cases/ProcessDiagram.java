package org.passerelle.platform.ui.cases;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import com.vaadin.flow.internal.LocaleUtil;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.passerelle.platform.i18n.Messages;
import org.passerelle.platform.process.Processes;

/**
 * A process model as its modeller drew it, with the place of one case in it. The watermark of bpmn.io stays: the
 * licence of the drawing library asks for it.
 */
@Tag("passerelle-process-diagram")
@NpmPackage(value = "bpmn-js", version = "18.31.1")
@JsModule("./process-diagram.ts")
public class ProcessDiagram extends Component {

    /** @param label what the diagram shows, in words, for those who do not see it */
    public ProcessDiagram(String bpmnXml, String label) {
        getElement().setProperty("xml", texts().map(texts -> DiagramWords.in(texts, getLocale(), bpmnXml)).orElse(bpmnXml));
        getElement().setProperty("label", label);
        getElement().setPropertyMap("labels", Map.of("tools", getTranslation("diagram.tools"),
                "in", getTranslation("diagram.in"), "out", getTranslation("diagram.out"),
                "fit", getTranslation("diagram.fit")));
    }

    /** @param active ids of the elements the case stands on; @param passed ids of those it has been through */
    public void showCase(Collection<String> active, Collection<String> passed, String label) {
        getElement().setPropertyList("active", List.copyOf(active));
        getElement().setPropertyList("passed", passed.stream().distinct().toList());
        getElement().setProperty("label", label);
    }

    /** The same; the label tells in words where the case stands. */
    public void showCase(Processes.Diagram model) {
        String process = "process." + model.process();
        String steps = model.active().stream().sorted().map(step -> process + "." + step)
                .filter(key -> texts().filter(texts -> texts.has(key)).isPresent())
                .map(key -> getTranslation("diagram.step", getTranslation(key))).collect(Collectors.joining(", "));
        showCase(model.active(), model.passed(), steps.isEmpty() ? getTranslation(process)
                : getTranslation("diagram.at", getTranslation(process), steps));
    }

    private static Optional<Messages> texts() {
        return LocaleUtil.getI18NProvider().filter(Messages.class::isInstance).map(Messages.class::cast);
    }
}
