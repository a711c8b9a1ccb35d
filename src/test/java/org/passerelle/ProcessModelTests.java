package org.passerelle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.platform.i18n.Messages;
import org.passerelle.platform.process.TaskDescriber;
import org.passerelle.platform.ui.cases.TaskForms;
import org.passerelle.support.ModelConventions;
import org.passerelle.support.PasserelleTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * A process is five things that match. For the model {@code bpmn/drive-pickup.bpmn}:
 * <ul>
 * <li>the process id is the file's name; {@code camunda:historyTimeToLive} is set, 120 days at most; element ids read as
 * {@code user_pickDocuments}, {@code timer_slotOver}; everything is drawn;</li>
 * <li>exactly one class {@code DrivePickupProcess}. Its constants, in it or in classes nested in it, whatever their
 * names: every {@code String} that begins with {@code drive-pickup.} is a message name and every {@code String} that
 * begins with {@code user_} a task id, both exactly those of the model; every error code of the model is one of its
 * {@code String}s; every name in a condition, a timer or another {@code ${…}} is one of its {@code Variable}s (or a
 * variable that the model itself declares: a result, a loop's element);</li>
 * <li>service and send tasks, and thrown messages, have {@code camunda:delegateExpression="${aBeanName}"} and nothing
 * else; a business rule task may name a decision table of {@code bpmn/}. No script, no listener with an expression or a
 * class, no call in an expression;</li>
 * <li>each user task has a {@code camunda:formKey} that one {@link TaskForms} bean draws, and
 * {@code camunda:candidateGroups} that are roles ({@code AGENT}) or duties ({@code duty:HUMAN_RESOURCES}), never both. A
 * task for one person has {@code camunda:assignee="${person}"}, where {@code person} is a {@code Variable.person} of the
 * class; its groups are who has it when that person has left. A {@link TaskDescriber} bean describes the process;</li>
 * <li>each text has a key in both languages: {@code process.drive-pickup} for the process, and
 * {@code process.drive-pickup.user_pickDocuments} for each element and flow that has a name. User tasks have one;</li>
 * <li>the process names three to eight {@code steps}, each with a key {@code process.drive-pickup.step.preparation}, or says
 * why in {@code noSteps}; wherever a case may stand, and wherever it may end, the element says to which {@code step} it
 * belongs, or which one it {@code stopsAt} (see {@code StepModel}).</li>
 * </ul>
 * For the table {@code bpmn/reservation-limits.dmn}: the decision's id is the file's name, its time to live is set, each
 * input is the plain name of a value, and {@code decision.reservation-limits}, {@code decision.reservation-limits.<input>}
 * and {@code decision.reservation-limits.<output>} are keys in both languages; the names in the model are the English texts.
 */
@PasserelleTest
class ProcessModelTests {

    @Autowired
    ApplicationContext beans;
    @Autowired
    Messages messages;

    @TestFactory
    Stream<DynamicTest> everyModelKeepsTheConventions() throws IOException {
        return Stream.of(new PathMatchingResourcePatternResolver().getResources("classpath*:bpmn/*.*mn"))
                .map(model -> DynamicTest.dynamicTest(model.getFilename(),
                        () -> assertThat(problems(model.getFilename(), model)).isEmpty()));
    }

    @Test
    void everyFileOfTheModelFolderIsRead() throws IOException {
        List<String> read = Stream.of(new PathMatchingResourcePatternResolver().getResources("classpath*:bpmn/*.*mn"))
                .map(Resource::getFilename).toList();
        List<String> files = new ArrayList<>();
        for (Path folder : List.of(Path.of("bpmn"), Path.of("src/test/resources/bpmn"))) {
            if (Files.isDirectory(folder)) {
                try (Stream<Path> found = Files.walk(folder)) {
                    found.filter(Files::isRegularFile).forEach(file -> files.add(file.getFileName().toString()));
                }
            }
        }
        assertThat(files).contains("sample-errand.bpmn", "sample-talk.bpmn", "sample-limit.dmn");
        assertThat(read).containsExactlyInAnyOrderElementsOf(files);
    }

    @Test
    void aProcessThatBreaksTheConventionsIsToldEachOfThem() {
        assertThat(problems("planted-errand.bpmn", planted("planted-errand.bpmn"))).containsExactlyInAnyOrder(
                "planted-errand: no history time to live",
                "planted-errand: no key process.planted-errand in both languages (Course d’essai)",
                "StartEvent_1: an element id reads as user_pickDocuments",
                "StartEvent_1: no key process.planted-errand.StartEvent_1 in both languages (Course demandée)",
                "user_unknown: nothing draws the form nobody.draws",
                "user_unknown: stagiaires is no role and no duty",
                "user_unknown: a duty beside a role, which everybody of it would see",
                "user_named: no candidate group for when the person has left",
                "user_named: no form key",
                "user_named: not drawn",
                "user_named: a user task has a name",
                "user_named: ${someone} is no person's account of PlantedErrandProcess",
                "user_fixed: names a person otherwise than by a variable",
                "user_fixed: no form key",
                "user_fixed: not drawn",
                "user_fixed: a user task has a name",
                "user_unknown: no key process.planted-errand.user_unknown in both languages (Faire)",
                "user_bare: no form key",
                "user_bare: no candidate group",
                "user_bare: a user task has a name",
                "service_nowhere: no bean noSuchBean",
                "service_nowhere: a listener has an expression, a class or a script",
                "service_nowhere: ${errandLog.write()} calls something",
                "service_nowhere: no key process.planted-errand.service_nowhere in both languages (Noter)",
                "service_typed: needs a delegate expression ${beanName}",
                "service_typed: ${errand.run()} calls something",
                "service_typed: no key process.planted-errand.service_typed in both languages (Écrire)",
                "service_class: needs a delegate expression ${beanName}",
                "service_class: no key process.planted-errand.service_class in both languages (Instancier)",
                "script_any: a script",
                "script_any: no key process.planted-errand.script_any in both languages (Calculer)",
                "flow_guess: ${guess && errand.isUrgent()} calls something",
                "flow_guess: no key process.planted-errand.flow_guess in both languages (peut-être)",
                "end_done: no key process.planted-errand.end_done in both languages (Faite)",
                "end_other: not drawn",
                "end_other: no key process.planted-errand.end_other in both languages (Autre)",
                "message_other: no key process.planted-errand.message_other in both languages (Autre message)",
                "somewhere.else: a message name begins with planted-errand.",
                "messages of the model [somewhere.else], of PlantedErrandProcess [planted-errand.neverInTheModel]",
                "user tasks of the model [user_bare, user_fixed, user_named, user_unknown], of PlantedErrandProcess [user_neverInTheModel]",
                "unknownCode: no constant of PlantedErrandProcess",
                "errand: no variable of PlantedErrandProcess",
                "guess: no variable of PlantedErrandProcess",
                "someone: no variable of PlantedErrandProcess",
                "planted-errand: names no steps, and does not say why (noSteps)",
                "planted-errand: no TaskDescriber");
    }

    @Test
    void aProcessWhoseStepsDoNotFitIsToldEachOfThem() throws IOException {
        String model = new ClassPathResource("bpmn/sample-errand.bpmn").getContentAsString(StandardCharsets.UTF_8)
                .replace("value=\"wish errand report\"", "value=\"wish nowhere\"")
                .replace("<camunda:property name=\"step\" value=\"report\" />", "");

        assertThat(problems("sample-errand.bpmn", new ByteArrayResource(model.getBytes(StandardCharsets.UTF_8))))
                .containsExactlyInAnyOrder("sample-errand: 2 steps, not 3 to 8",
                        "sample-errand: no key process.sample-errand.step.nowhere in both languages (nowhere)",
                        "sample-errand: nothing belongs to the step nowhere", "user_runErrand: no step errand",
                        "service_noteErrand: no step errand", "message_cancelled: no step errand", "end_cancelled: no step report",
                        "user_reportErrand: belongs to no step", "end_done: belongs to no step");
    }

    @Test
    void aFileNamedOtherwiseThanItsProcessIsTold() {
        assertThat(problems("other-errand.bpmn", planted("planted-errand.bpmn")))
                .contains("planted-errand: the file is named other-errand.bpmn");
    }

    @Test
    void aProcessWithoutItsClassIsTold() throws IOException {
        byte[] model = planted("planted-errand.bpmn").getInputStream().readAllBytes();
        Resource classless = new ByteArrayResource(new String(model,
                StandardCharsets.UTF_8).replace("planted-errand", "lonely-errand")
                .getBytes(StandardCharsets.UTF_8));
        assertThat(problems("lonely-errand.bpmn", classless)).contains("no one class LonelyErrandProcess");
    }

    @Test
    void aTableThatBreaksTheConventionsIsToldEachOfThem() {
        assertThat(problems("planted-limit.dmn", planted("planted-limit.dmn"))).containsExactlyInAnyOrder(
                "planted-limit: no history time to live",
                "planted-limit: input errand.kind() is no plain name",
                "planted-limit: no key decision.planted-limit in both languages",
                "planted-limit: no key decision.planted-limit.unnamed in both languages");
    }

    @Test
    void aTableWhoseNamesAreNotTheEnglishTextsIsToldEachOfThem() throws IOException {
        String model = new ClassPathResource("bpmn/sample-limit.dmn").getContentAsString(StandardCharsets.UTF_8)
                .replace("\"Sample limit\"", "\"Limite d’essai\"").replace("\"Kind\"", "\"Genre\"");

        assertThat(problems("sample-limit.dmn", new ByteArrayResource(model.getBytes(StandardCharsets.UTF_8))))
                .containsExactlyInAnyOrder("sample-limit: Limite d’essai is not the English text of decision.sample-limit",
                        "sample-limit: Genre is not the English text of decision.sample-limit.kind");
    }

    @ParameterizedTest
    @ValueSource(strings = {"P1Y", "P5M", "P121D", "P18W", "121", "PT1H", "a while"})
    void aTimeToLiveBeyond120DaysIsTold(String timeToLive) throws IOException {
        String model = planted("planted-errand.bpmn").getContentAsString(StandardCharsets.UTF_8)
                .replace("isExecutable=", "camunda:historyTimeToLive=\"" + timeToLive + "\" isExecutable=");

        assertThat(problems("planted-errand.bpmn", new ByteArrayResource(model.getBytes(StandardCharsets.UTF_8))))
                .contains("planted-errand: no history time to live");
    }

    private List<String> problems(String file, Resource model) {
        try (InputStream content = model.getInputStream()) {
            ModelConventions conventions = new ModelConventions(beans, messages);
            return file.endsWith(".dmn") ? conventions.problemsOfTable(file, content)
                    : conventions.problemsOfProcess(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Resource planted(String file) {
        return new ClassPathResource("planted/" + file);
    }
}
