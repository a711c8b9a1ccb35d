package org.passerelle.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.passerelle.notification.domain.Failure;
import org.passerelle.notification.domain.MessageState;
import org.passerelle.platform.CommonRefusal;
import org.passerelle.platform.journal.Journal;
import org.passerelle.platform.process.TaskRef;
import org.passerelle.support.Consistency;
import org.passerelle.support.FailurePoints;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** What came of a call, or that a message was sent by hand, was said by mistake. */
class CallTakenBackTest extends MessageTests {

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void rowsAndEngineTellTheSameStory() {
        assertThat(Consistency.faults(jdbc)).isEmpty();
    }

    @Test
    void whoWasNotReachedAfterAllIsStillToBeCalled() {
        UUID id = toCall();
        as(() -> phone.reached(call(id))).value();
        assertThat(end(id)).isEqualTo("end_reached");

        TaskRef again = as(() -> phone.stillToCall(id)).value();

        assertThat(again).isEqualTo(call(id));
        assertThat(row(id).delivery().state()).isEqualTo(MessageState.TO_CALL);
        assertThat(row(id).delivery().isOpen()).isTrue();
        assertThat(row(id).delivery().callAttempts()).isZero();
        assertThat(as(() -> phone.call(again))).get().extracting(call -> call.attempt()).isEqualTo(1);
        assertThat(story()).containsExactly("journal.message.reached", "journal.message.stillToCall");
        assertThat(as(() -> phone.stillToCall(id)).refusal()).isEqualTo(CommonRefusal.CANNOT_BE_TAKEN_BACK);
        as(() -> phone.reached(again)).value();
        assertThat(end(id)).isEqualTo("end_reached");
    }

    @Test
    void whoDidNotFailToAnswerAfterAllIsCalledNowAndNotTwice() {
        UUID id = toCall();
        as(() -> phone.noAnswer(call(id))).value();
        clock.advance(Duration.ofHours(2));
        engine.runDueJobs();
        as(() -> phone.noAnswer(call(id))).value();
        assertThat(calls(id)).isEmpty();

        as(() -> phone.stillToCall(id)).value();
        clock.advance(Duration.ofHours(3));
        engine.runDueJobs();

        assertThat(calls(id)).hasSize(1);
        assertThat(row(id).delivery().callAttempts()).isOne();
        assertThat(row(id).delivery().failure()).isEqualTo(Failure.NO_ANSWER);
    }

    @Test
    void aNumberThatIsRightAfterAllIsCalledBeforeAnybodyGivesUpOrAfter() {
        for (boolean givenUp : new boolean[]{false, true}) {
            UUID id = toCall();
            as(() -> phone.wrongNumber(call(id))).value();
            if (givenUp) {
                engine.runDueJobs();
                assertThat(row(id).delivery().state()).isEqualTo(MessageState.UNREACHABLE);
            }

            as(() -> phone.stillToCall(id)).value();
            engine.runDueJobs();

            assertThat(calls(id)).hasSize(1);
            assertThat(row(id).delivery().state()).isEqualTo(MessageState.TO_CALL);
            assertThat(row(id).delivery().failure()).isNull();
            as(() -> phone.reached(call(id))).value();
        }
    }

    @Test
    void theEMailInsteadDoesNotLeaveAndOnceItHasTheCallIsOver() {
        UUID id = send(by("ada@example.org", "06 01 02 03 04", Locale.FRENCH, true));
        as(() -> phone.wrongNumber(call(id))).value();

        as(() -> phone.stillToCall(id)).value();
        engine.runDueJobs();

        assertThat(received()).isEmpty();
        assertThat(calls(id)).hasSize(1);
        as(() -> phone.wrongNumber(call(id))).value();
        engine.runDueJobs();
        assertThat(received()).hasSize(1);
        assertThat(as(() -> phone.stillToCall(id)).refusal()).isEqualTo(CommonRefusal.CANNOT_BE_TAKEN_BACK);
    }

    @Test
    void theEMailInsteadThatWaitsForAServerDoesNotLeaveEither() {
        mailSender.setHost(null);
        UUID id = send(by("ada@example.org", "06 01 02 03 04", Locale.FRENCH, true));
        as(() -> phone.wrongNumber(call(id))).value();
        engine.runDueJobs();
        assertThat(row(id).delivery().state()).isEqualTo(MessageState.WAITING_FOR_SERVER);

        as(() -> phone.stillToCall(id)).value();

        clock.advance(Duration.ofHours(72));
        engine.runDueJobs();
        assertThat(calls(id)).hasSize(1);
        assertThat(row(id).delivery().state()).isEqualTo(MessageState.TO_CALL);
    }

    @Test
    void whyTheEMailHadFailedBeforeIsToldAgain() {
        UUID id = toCall();
        jdbc.sql("update app.outbox_message set failure = 'ADDRESS_REFUSED', mail_attempts = 1 where id = ?").param(id).update();
        as(() -> phone.noAnswer(call(id))).value();

        as(() -> phone.stillToCall(id)).value();

        assertThat(row(id).delivery().failure()).isEqualTo(Failure.ADDRESS_REFUSED);
    }

    @Test
    void onlyWhoSaidItTakesItBackForAMomentAndWhileNobodyGoesOnWithTheCase() {
        UUID id = toCall();
        as(() -> phone.reached(call(id))).value();
        assertThat(signedIn.runAs(stranger, () -> phone.stillToCall(id)).refusal()).isEqualTo(CommonRefusal.OTHER_BRANCH);
        assertThatThrownBy(() -> signedIn.runAs(patron, () -> phone.stillToCall(id))).isInstanceOf(AccessDeniedException.class);
        assertThat(as(() -> phone.stillToCall(UUID.randomUUID())).refusal()).isEqualTo(CommonRefusal.CANNOT_BE_TAKEN_BACK);
        clock.advance(Journal.TAKEN_BACK_WITHIN.plusSeconds(1));
        assertThat(as(() -> phone.stillToCall(id)).refusal()).isEqualTo(CommonRefusal.CANNOT_BE_TAKEN_BACK);

        UUID second = toCall();
        as(() -> phone.reached(call(second))).value();
        as(() -> transaction.execute(gesture -> {
            journal.record(about, Journal.Channel.STAFF, "journal.drive-pickup.arrived");
            return null;
        }));
        assertThat(as(() -> phone.stillToCall(second)).refusal()).isEqualTo(CommonRefusal.CANNOT_BE_TAKEN_BACK);
    }

    @Test
    void whatWasNotSentByHandAfterAllWaitsAgain() {
        mailSender.setHost(null);
        UUID id = send(by("ada@example.org", null, Locale.FRENCH, false));
        engine.runDueJobs();
        as(() -> desk.sentByHand(id)).value();
        assertThat(signedIn.runAs(stranger, () -> desk.notSentByHand(id)).refusal()).isEqualTo(CommonRefusal.OTHER_BRANCH);

        as(() -> desk.notSentByHand(id)).value();

        assertThat(row(id).delivery().state()).isEqualTo(MessageState.WAITING_FOR_SERVER);
        assertThat(as(() -> desk.notSentByHand(id)).refusal()).isEqualTo(CommonRefusal.CANNOT_BE_TAKEN_BACK);
        as(() -> desk.sentByHand(id)).value();
        clock.advance(Journal.TAKEN_BACK_WITHIN.plusSeconds(1));
        assertThat(as(() -> desk.notSentByHand(id)).refusal()).isEqualTo(CommonRefusal.CANNOT_BE_TAKEN_BACK);
    }

    @Test
    void itIsTakenBackWholeOrNotAtAll() {
        UUID id = toCall();
        as(() -> phone.reached(call(id))).value();
        FailurePoints.allOrNothing(jdbc, () -> as(() -> phone.stillToCall(id)));
    }

    private UUID toCall() {
        return send(by(null, "06 01 02 03 04", Locale.FRENCH, false));
    }
}
