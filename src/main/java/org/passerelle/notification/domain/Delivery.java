package org.passerelle.notification.domain;

import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;

/** On which way a message is told, how often that was tried, and what has come of it. */
@Embeddable
public class Delivery {

    @Embedded
    private Contact contact;
    @Enumerated(EnumType.STRING)
    private MessageState state;
    @Enumerated(EnumType.STRING)
    private Failure failure;
    @Enumerated(EnumType.STRING)
    private Failure failureBeforeCall;
    private String lastError;
    private int mailAttempts;
    private int callAttempts;
    private int round = 1;
    private Instant roundAt;
    private Instant settledAt;

    protected Delivery() {
    }

    Delivery(Contact contact, Instant now) {
        this.contact = contact;
        begin(now);
    }

    private void begin(Instant now) {
        roundAt = now;
        settledAt = null;
        mailAttempts = 0;
        callAttempts = 0;
        failure = null;
        lastError = null;
        state = channel() == Channel.CALL ? MessageState.TO_CALL : MessageState.LEAVING;
    }

    /** The way to try first. */
    public Channel channel() {
        return contact.firstChannel();
    }

    /** Whether an e-mail is left to try once calling has come to nothing. */
    public boolean canStillBeWrittenTo() {
        return contact.hasEmail() && mailAttempts == 0;
    }

    /** Whether a call is left to try once e-mail has come to nothing. */
    public boolean canStillBeCalled() {
        return contact.hasPhone() && callAttempts == 0;
    }

    /** The calls came to nothing: an e-mail is the last resort, gathered anew. */
    public void writeAfterAll(Instant now) {
        state = MessageState.LEAVING;
        roundAt = now;
    }

    /** Whether it was called before it is written to. */
    public boolean wasCalled() {
        return callAttempts > 0;
    }

    public void left(Instant now) {
        mailAttempts++;
        failure = null;
        lastError = null;
        settle(MessageState.SENT, now);
    }

    /** The attempt failed, and another will follow. */
    public void staysForAnotherTry(String error) {
        mailAttempts++;
        lastError = MessageTexts.oneLine(error);
    }

    /** E-mail will not reach the recipient: what remains is to call, where there is a number. */
    public void cannotLeave(Failure why, String error) {
        mailAttempts++;
        failure = why;
        lastError = MessageTexts.oneLine(error);
        if (canStillBeCalled()) {
            state = MessageState.TO_CALL;
        }
    }

    public void waitForServer() {
        state = MessageState.WAITING_FOR_SERVER;
    }

    public void serverIsThere() {
        state = MessageState.LEAVING;
    }

    public void sentByHand(Instant now) {
        settle(MessageState.SENT_BY_HAND, now);
    }

    /** It waits for a server after all. */
    public void notSentByHand() {
        settledAt = null;
        waitForServer();
    }

    public void reached(Instant now) {
        called(failure);
        settle(MessageState.REACHED, now);
    }

    public void nobodyAnswered() {
        called(Failure.NO_ANSWER);
    }

    public void wrongNumber() {
        called(Failure.WRONG_NUMBER);
    }

    private void called(Failure cameOfIt) {
        callAttempts++;
        failureBeforeCall = failure;
        failure = cameOfIt;
    }

    /** Whether nothing has left since the last call, and what was said of it still holds. */
    public boolean isAsTheLastCallLeftIt() {
        return callAttempts > 0 && switch (state) {
            case REACHED, TO_CALL -> true;
            case LEAVING, WAITING_FOR_SERVER -> mailAttempts == 0;
            case UNREACHABLE -> failure == Failure.NO_ANSWER || failure == Failure.WRONG_NUMBER;
            default -> false;
        };
    }

    /** What was said of the last call was not so: it is still to be made. */
    public void notCalled() {
        callAttempts--;
        failure = failureBeforeCall;
        settledAt = null;
        state = MessageState.TO_CALL;
    }

    public void unreachable(Instant now) {
        if (failure == null) {
            failure = Failure.NO_ADDRESS;
        }
        settle(MessageState.UNREACHABLE, now);
    }

    public void tooOld(Instant now) {
        failure = Failure.TOO_OLD;
        settle(MessageState.NOT_SENT, now);
    }

    public void overtaken(Instant now) {
        settle(MessageState.OVERTAKEN, now);
    }

    /** Tried once more, with an address and a number that staff may have corrected. */
    public void tryOnceMore(String newEmail, String newPhone, Instant now) {
        round++;
        contact = contact.corrected(newEmail, newPhone);
        begin(now);
    }

    /** It was overtaken, and is to be told after all. */
    public void tellAfterAll(Instant now) {
        round++;
        begin(now);
    }

    public boolean isOpen() {
        return settledAt == null;
    }

    public boolean isTold() {
        return state == MessageState.SENT || state == MessageState.SENT_BY_HAND || state == MessageState.REACHED;
    }

    private void settle(MessageState end, Instant now) {
        state = end;
        settledAt = now;
    }

    public String email() {
        return contact.email();
    }

    public String phone() {
        return contact.phone();
    }

    public MessageState state() {
        return state;
    }

    public Failure failure() {
        return failure;
    }

    public String lastError() {
        return lastError;
    }

    /** How often it was handed to the mail server in this round. */
    public int mailAttempts() {
        return mailAttempts;
    }

    public int callAttempts() {
        return callAttempts;
    }

    /** 1, and one more each time staff send it again. */
    public int round() {
        return round;
    }

    /** When this round began. */
    public Instant roundAt() {
        return roundAt;
    }
}
