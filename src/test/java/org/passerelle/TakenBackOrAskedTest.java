package org.passerelle;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;

/** Of each user task somebody has thought of who presses its button by mistake. */
class TakenBackOrAskedTest {

    private enum Way {
        /** For ten seconds afterwards. */
        TAKEN_BACK,
        /** What can be taken back is; before the rest a confirmation asks. */
        TAKEN_BACK_OR_ASKED,
        /** A confirmation asks before it is done. */
        ASKED,
        /** Nothing holds yet: what follows goes through it with the person, or sends it back. */
        PUT_RIGHT_NEXT
    }

    private static final Map<String, Way> WAYS = Map.ofEntries(
            entry("drive-pickup.user_pickDocuments", Way.TAKEN_BACK_OR_ASKED),
            entry("drive-pickup.user_prepareBag", Way.TAKEN_BACK),
            entry("drive-pickup.user_handOver", Way.TAKEN_BACK_OR_ASKED),
            entry("drive-pickup.user_handOverLate", Way.TAKEN_BACK_OR_ASKED),
            entry("drive-pickup.user_putBack", Way.TAKEN_BACK_OR_ASKED),
            entry("shelf-return.user_putBack", Way.TAKEN_BACK_OR_ASKED),
            entry("message-delivery.user_callPatron", Way.TAKEN_BACK),
            entry("quarantine.user_treat", Way.TAKEN_BACK),
            entry("quarantine.user_inspect", Way.TAKEN_BACK_OR_ASKED),
            entry("quarantine.user_putAway", Way.TAKEN_BACK_OR_ASKED),
            entry("emergency-release.user_decideRelease", Way.ASKED),
            entry("leave-wish.user_decideWish", Way.ASKED),
            entry("measure-review.user_reviewMeasure", Way.ASKED),
            entry("occupational-health.user_support", Way.ASKED),
            entry("return-to-work.user_sayNeeds", Way.PUT_RIGHT_NEXT),
            entry("return-to-work.user_callAgent", Way.PUT_RIGHT_NEXT),
            entry("return-to-work.user_proposeTalk", Way.PUT_RIGHT_NEXT),
            entry("return-to-work.user_chooseTalk", Way.ASKED),
            entry("return-to-work.user_agreeMeasures", Way.PUT_RIGHT_NEXT),
            entry("return-to-work.user_confirmMeasures", Way.ASKED),
            entry("return-to-work.user_holdBriefing", Way.ASKED),
            entry("return-to-work.user_signBriefing", Way.ASKED),
            entry("return-to-work.user_talk7", Way.ASKED),
            entry("return-to-work.user_talk30", Way.ASKED),
            entry("return-to-work.user_talk90", Way.ASKED));

    @Test
    void eachUserTaskIsTakenBackOrAskedAboutOrPutRightByWhatFollows() throws IOException {
        try (Stream<Path> models = Files.list(Path.of("bpmn"))) {
            Set<String> tasks = models.filter(file -> file.toString().endsWith(".bpmn")).map(file -> Bpmn.readModelFromFile(file.toFile()))
                    .flatMap(TakenBackOrAskedTest::tasks).collect(Collectors.toCollection(TreeSet::new));
            assertThat(new TreeSet<>(WAYS.keySet())).isEqualTo(tasks);
        }
    }

    private static Stream<String> tasks(BpmnModelInstance model) {
        String process = model.getModelElementsByType(Process.class).iterator().next().getId();
        return model.getModelElementsByType(UserTask.class).stream().map(task -> process + "." + task.getId());
    }
}
