package org.passerelle.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.passerelle.circulation.CirculationRefusal;
import org.passerelle.circulation.ReservationId;
import org.passerelle.circulation.drive.Drive;
import org.passerelle.operations.service.Policies;
import org.passerelle.operations.service.Policies.Reach;
import org.passerelle.patrons.domain.Patron;
import org.passerelle.quarantine.CrateTests;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;

/** A manager raises or lowers what patrons may ask for, and the next reservation is judged by it. */
class PublishedLimitsTest extends CrateTests {

    /** Documents that the shipped table grants an adult at once. */
    private static final int SHIPPED = 8;

    @Autowired
    Policies policies;
    @Autowired
    ProcessEngine processEngine;

    private Patron jeanne;

    @BeforeEach
    void aPatron() {
        jeanne = drive.patron("Jeanne", "Ferrand");
    }

    @Test
    void loweredTheyRefuseTheNextReservationAndTakeNothingAway() {
        ReservationId kept = drive.reserve(jeanne, branch, Drive.SLOT, titles(2));

        publish("maxDocuments", "2");

        assertThat(drive.tryToReserve(jeanne, branch, Drive.SLOT, titles(1)).refusal())
                .isEqualTo(CirculationRefusal.TOO_MANY_DOCUMENTS);
        assertThat(drive.see(drive.as(jeanne), kept).isOpen()).isTrue();
        assertThat(drive.see(drive.as(jeanne), kept).lines()).hasSize(2);
        Patron paul = drive.patron("Paul", "Martin");
        assertThat(drive.tryToReserve(paul, branch, Drive.SLOT, titles(3)).refusal())
                .isEqualTo(CirculationRefusal.TOO_MANY_DOCUMENTS);
        assertThat(drive.tryToReserve(paul, branch, Drive.SLOT, titles(2)).isDone()).isTrue();
    }

    @Test
    void raisedTheyGrantWhatWasRefused() {
        UUID[] many = titles(SHIPPED + 4);
        assertThat(drive.tryToReserve(jeanne, branch, Drive.SLOT, many).refusal())
                .isEqualTo(CirculationRefusal.TOO_MANY_DOCUMENTS);

        publish("maxDocuments", String.valueOf(SHIPPED + 4));

        assertThat(drive.tryToReserve(jeanne, branch, Drive.SLOT, many).isDone()).isTrue();
    }

    @Test
    void howManyReservationsAndWhetherAnyFollowTheTableToo() {
        publish("maxOpenReservations", "1");
        drive.reserve(jeanne, branch, Drive.SLOT, titles(1));
        assertThat(drive.tryToReserve(jeanne, branch, Drive.LATER_SLOT, titles(1)).refusal())
                .isEqualTo(CirculationRefusal.TOO_MANY_RESERVATIONS);

        publish("mayReserve", "false");

        assertThat(drive.tryToReserve(drive.patron("Paul", "Martin"), branch, Drive.SLOT, titles(1)).isDone()).isFalse();
    }

    @Test
    void whoWaitsIsWithinTheSameLimits() {
        UUID[] away = titles(2);
        Stream.of(away).forEach(title -> waiting.lend(title, branch));
        publish("maxDocuments", "1");
        waiting.ask(jeanne, away[0], branch);
        assertThat(waiting.tryToAsk(jeanne, away[1], branch).refusal()).isEqualTo(CirculationRefusal.TOO_MANY_WAITS);

        publish("maxDocuments", "2");

        assertThat(waiting.tryToAsk(jeanne, away[1], branch).isDone()).isTrue();
    }

    @Test
    void whetherOneMayHaveTheSameTitleTwiceFollowsTheTable() {
        UUID title = drive.title(branch, "Germinal", 3);
        drive.reserve(jeanne, branch, Drive.SLOT, title);
        assertThat(drive.tryToReserve(jeanne, branch, Drive.LATER_SLOT, title).refusal())
                .isEqualTo(CirculationRefusal.TITLES_ALREADY_THEIRS);

        publish("sameTitleAgain", "true");

        assertThat(drive.tryToReserve(jeanne, branch, Drive.LATER_SLOT, title).isDone()).isTrue();
    }

    @Test
    void aVersionPublishedBeforeTheColumnWasThereForbidsNothingAndCanStillBeChanged() throws IOException {
        UUID title = drive.title(branch, "Germinal", 3);
        drive.reserve(jeanne, branch, Drive.SLOT, title);
        publishWithoutTheColumn();

        assertThat(drive.tryToReserve(jeanne, branch, Drive.LATER_SLOT, title).isDone()).isTrue();
        Policies.Policy policy = room.by(room.manager(), () -> policies.open("pickup-limits")).orElseThrow();
        assertThat(policy.rows()).allSatisfy(row -> assertThat(row.then()).hasSize(5).endsWith("true"));
        assertThat(room.by(room.manager(), () -> policies.faults("pickup-limits", policy.rows()))).isEmpty();

        publish("sameTitleAgain", "false");

        assertThat(drive.tryToReserve(jeanne, branch, Drive.LATER_SLOT, title).refusal())
                .isEqualTo(CirculationRefusal.TITLES_ALREADY_THEIRS);
    }

    private void publishWithoutTheColumn() throws IOException {
        String shipped = new ClassPathResource("bpmn/pickup-limits.dmn").getContentAsString(StandardCharsets.UTF_8);
        String before = shipped.replaceAll("<output id=\"output_sameTitleAgain\"[^>]*/>", "")
                .replaceAll("(?s)<outputEntry id=\"[^\"]*_sameTitleAgain\">.*?</outputEntry>", "");
        assertThat(before).doesNotContain("sameTitleAgain");
        processEngine.getRepositoryService().createDeployment().name("published/pickup-limits")
                .addString("bpmn/pickup-limits.dmn", before).deploy();
    }

    private void publish(String column, String answer) {
        room.publish(room.manager(), "pickup-limits", column, answer, Reach.NEW_ONLY);
    }

    private UUID[] titles(int count) {
        return Stream.generate(() -> drive.title(branch, "Titre", 1)).limit(count).toArray(UUID[]::new);
    }
}
