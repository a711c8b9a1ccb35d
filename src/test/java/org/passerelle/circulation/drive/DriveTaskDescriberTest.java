package org.passerelle.circulation.drive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.passerelle.circulation.drive.Drive.SLOT;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.circulation.ReservationId;
import org.passerelle.circulation.reservations.process.DrivePickupProcess;
import org.passerelle.circulation.reservations.service.ReservationDetails;
import org.passerelle.platform.i18n.Messages;
import org.passerelle.platform.process.TaskDescriber;
import org.passerelle.platform.process.TaskDescriber.TaskFacts;
import org.passerelle.platform.process.TaskRef;
import org.passerelle.platform.process.UserTask;
import org.passerelle.platform.security.CurrentUser;
import org.passerelle.support.PasserelleTest;
import org.passerelle.support.Statements;
import org.springframework.beans.factory.annotation.Autowired;

@PasserelleTest
class DriveTaskDescriberTest {

    @Autowired
    Drive drive;
    @Autowired
    List<TaskDescriber> describers;
    @Autowired
    Messages messages;

    UUID branch;

    @BeforeEach
    void aBranch() {
        branch = drive.branch("PORT");
    }

    @Test
    void aTaskSaysWhichReservationForWhomAndHowMuch() {
        ReservationId id = reserve("Ferrand", "Germinal", "Nana");
        ReservationDetails seen = drive.see(drive.agentOf(branch), id);

        TaskFacts facts = describer().describe(drive.tasks(id)).values().iterator().next();

        assertThat(messages.text(Locale.FRENCH, facts.subjectKey(), facts.subjectArgs().toArray()))
                .isEqualTo(seen.code() + " · Jeanne Ferrand · 2 documents");
        assertThat(facts.branch()).isEqualTo(branch);
        assertThat(facts.due()).isEqualTo(SLOT);
        assertThat(facts.searchWords()).contains(seen.code(), seen.code().replace("-", ""), "Ferrand", "Germinal", "Nana",
                seen.patron().cardNumber(), seen.lines().getFirst().barcode());
    }

    @Test
    void whatIsHandedOverIsNotCountedAmongWhatGoesBack() {
        ReservationId id = reserve("Ferrand", "Germinal", "Nana", "La Curée");
        CurrentUser agent = drive.agentOf(branch);
        drive.pick(agent, id);
        drive.bag(agent, id);
        Set<UUID> two = drive.see(agent, id).lines().stream().limit(2).map(ReservationDetails.Line::id)
                .collect(Collectors.toSet());
        drive.by(agent, () -> drive.driveDesk.handOver(id, two)).value();

        TaskFacts facts = describer().describe(drive.tasks(id)).values().iterator().next();

        assertThat(facts.subjectArgs()).last().isEqualTo("1");
    }

    @Test
    void manyTasksTakeOneStatement() {
        List<UserTask> tasks = new ArrayList<>();
        for (int n = 0; n < 4; n++) {
            tasks.addAll(drive.tasks(reserve("Usager" + n, "Titre " + n)));
        }

        List<String> sent = Statements.during(() -> describer().describe(tasks));

        assertThat(sent).hasSize(1);
        Map<TaskRef, TaskFacts> facts = describer().describe(tasks);
        assertThat(facts.keySet()).containsExactlyInAnyOrderElementsOf(tasks.stream().map(UserTask::ref).toList());
    }

    private ReservationId reserve(String lastName, String... titles) {
        UUID[] ids = List.of(titles).stream().map(title -> drive.title(branch, title, 1)).toArray(UUID[]::new);
        return drive.reserve(drive.patron("Jeanne", lastName), branch, SLOT, ids);
    }

    private TaskDescriber describer() {
        return describers.stream().filter(each -> each.processKey().equals(DrivePickupProcess.KEY)).findFirst()
                .orElseThrow();
    }
}
