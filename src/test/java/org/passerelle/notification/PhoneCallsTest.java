package org.passerelle.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.passerelle.notification.domain.Failure;
import org.passerelle.notification.domain.MessageState;
import org.passerelle.notification.service.PhoneCalls;
import org.passerelle.platform.CommonRefusal;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.process.TaskDescriber;
import org.passerelle.platform.process.TaskRef;
import org.passerelle.support.Patience;
import org.springframework.security.access.AccessDeniedException;

/** Whoever prefers to be called, or cannot be written to, is called by an agent. */
class PhoneCallsTest extends MessageTests {

    @Test
    void ofTwoWhoSettleTheSameCallAtOnceTheSecondIsTold() throws Exception {
        UUID id = send(by(null, "06 01 02 03 04", Locale.FRENCH, false));
        TaskRef task = call(id);
        List<Outcome<Void>> answers = Patience.atOnce(List.of(() -> as(() -> phone.reached(task)),
                () -> as(() -> phone.wrongNumber(task))));
        assertThat(answers).filteredOn(Outcome::isDone).hasSize(1);
        assertThat(answers).extracting(Outcome::refusal).contains(CommonRefusal.NO_LONGER_TO_DO);
        assertThat(row(id).delivery().callAttempts()).isOne();
    }

    @Test
    void anAgentOfAnotherBranchSeesTheCallButCannotSettleIt() {
        UUID id = send(by(null, "06 01 02 03 04", Locale.FRENCH, false));
        TaskRef task = call(id);
        assertThat(signedIn.runAs(stranger, () -> phone.call(task))).isPresent();
        assertThat(signedIn.runAs(stranger, () -> phone.reached(task)).refusal()).isEqualTo(CommonRefusal.OTHER_BRANCH);
        assertThatThrownBy(() -> phone.call(task)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> signedIn.runAs(patron, () -> phone.reached(task)))
                .isInstanceOf(AccessDeniedException.class);
        assertThat(calls(id)).hasSize(1);
    }

    @Test
    void theCallIsDescribedForTheInbox() {
        UUID id = send(by(null, "06 01 02 03 04", Locale.FRENCH, false));
        TaskDescriber describer = describers.stream().filter(d -> d.processKey().equals("message-delivery")).findFirst()
                .orElseThrow();
        TaskDescriber.TaskFacts facts = describer.describe(calls(id)).get(call(id));
        assertThat(facts.subjectArgs()).containsExactly("Ada", "Vos livres sont prêts, Ada", "1");
        assertThat(facts.branch()).isEqualTo(branch.id());
        assertThat(facts.due()).isEqualTo(clock.instant().plus(Duration.ofHours(4)));
        assertThat(facts.searchWords()).contains("24005");
    }

    @Test
    void whoPrefersThePhoneIsCalled() {
        UUID id = send(by("ada@example.org", "06 01 02 03 04", Locale.ENGLISH, true));
        engine.runDueJobs();
        PhoneCalls.Call call = as(() -> phone.call(call(id))).orElseThrow();
        assertThat(call.phone()).isEqualTo("06 01 02 03 04");
        assertThat(call.words()).isEqualTo("Hello Ada, your documents are ready.");
        TaskRef task = call(id);
        assertThat(as(() -> phone.reached(task)).isDone()).isTrue();
        assertThat(as(() -> phone.wrongNumber(task)).refusal()).isEqualTo(CommonRefusal.NO_LONGER_TO_DO);
        assertThat(end(id)).isEqualTo("end_reached");
        assertThat(received()).isEmpty();
    }

    @Test
    void threeCallsWithoutAnAnswerAreEnough() {
        UUID id = send(by(null, "06 01 02 03 04", Locale.FRENCH, false));
        for (int i = 0; i < 3; i++) {
            assertThat(as(() -> phone.noAnswer(call(id))).isDone()).isTrue();
            assertThat(calls(id)).isEmpty();
            clock.advance(Duration.ofHours(2));
            engine.runDueJobs();
        }
        assertThat(end(id)).isEqualTo("end_unreachable");
        assertThat(row(id).delivery().failure()).isEqualTo(Failure.NO_ANSWER);
    }

    @Test
    void whoPrefersThePhoneAndNeverAnswersIsWrittenToAsALastResort() {
        UUID id = send(by("ada@example.org", "06 01 02 03 04", Locale.FRENCH, true));
        for (int i = 0; i < 3; i++) {
            assertThat(received()).isEmpty();
            assertThat(as(() -> phone.noAnswer(call(id))).isDone()).isTrue();
            clock.advance(Duration.ofHours(2));
            engine.runDueJobs();
        }
        assertThat(end(id)).isEqualTo("end_sent");
        assertThat(row(id).delivery().state()).isEqualTo(MessageState.SENT);
        assertThat(received()).hasSize(1);
        assertThat(story()).containsExactly("journal.message.noAnswer", "journal.message.noAnswer",
                "journal.message.noAnswer", "journal.message.sent");
    }

    @Test
    void aWrongNumberEndsAsUnreachable() {
        UUID id = send(by(null, "06 01 02 03 04", Locale.FRENCH, false));
        as(() -> phone.wrongNumber(call(id)));
        engine.runDueJobs();
        assertThat(end(id)).isEqualTo("end_unreachable");
        assertThat(row(id).delivery().failure()).isEqualTo(Failure.WRONG_NUMBER);
        assertThat(story()).containsExactly("journal.message.wrongNumber", "journal.message.unreachable");
    }
}
