package org.passerelle.notification.domain;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.passerelle.notification.Message;
import org.passerelle.notification.Recipient;
import org.passerelle.platform.i18n.Messages;
import org.passerelle.platform.process.CaseRef;

/** A message as it was worded, to whom, and what came of it. */
@Entity
@Table(name = "outbox_message")
public class OutboxMessage {

    @Id
    private UUID id;
    @Version
    private int version;
    private String aboutProcess;
    private UUID aboutCase;
    private UUID branch;
    private String template;
    private String language;
    private String recipientName;
    @Embedded
    private Contact contact;
    private String reference;
    private String subject;
    private String body;
    private String words;
    @Enumerated(EnumType.STRING)
    private MessageState state;
    @Enumerated(EnumType.STRING)
    private Failure failure;
    private String lastError;
    private int mailAttempts;
    private int callAttempts;
    private int round = 1;
    private boolean confidential;
    private Instant createdAt;
    private Instant roundAt;
    private Instant settledAt;
    @ElementCollection
    @CollectionTable(name = "outbox_attachment", joinColumns = @JoinColumn(name = "message"))
    @OrderColumn(name = "position")
    private List<StoredAttachment> attachments = new ArrayList<>();

    protected OutboxMessage() {
    }

    public OutboxMessage(Message message, MessageTexts.Texts texts, Instant now) {
        Recipient recipient = message.recipient();
        id = UUID.randomUUID();
        aboutProcess = message.about().processKey();
        aboutCase = message.about().id();
        branch = message.branch();
        template = message.template();
        language = Messages.supported(recipient.language()).getLanguage();
        recipientName = MessageTexts.oneLine(recipient.name());
        reference = recipient.reference();
        subject = texts.subject();
        body = texts.body();
        words = texts.words();
        createdAt = now;
        message.attachments().forEach(a -> attachments.add(new StoredAttachment(a)));
        confidential = message.confidential();
        // Who would call would know.
        contact = confidential ? new Contact(recipient.email(), null, false) : contactOf(recipient);
        begin(now);
    }

    /** The way to try first for a message to that person. */
    public static Channel firstChannelTo(Recipient recipient) {
        return contactOf(recipient).firstChannel();
    }

    private static Contact contactOf(Recipient recipient) {
        return new Contact(recipient.email(), recipient.phone(), recipient.prefersPhone());
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

    /** Nobody but its recipient is to know of it. */
    public boolean isConfidential() {
        return confidential;
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

    /** The calls came to nothing: an e-mail is the last resort. */
    public void writeAfterAll() {
        state = MessageState.LEAVING;
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

    public void reached(Instant now) {
        callAttempts++;
        settle(MessageState.REACHED, now);
    }

    public void nobodyAnswered() {
        callAttempts++;
        failure = Failure.NO_ANSWER;
    }

    public void wrongNumber() {
        callAttempts++;
        failure = Failure.WRONG_NUMBER;
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

    /** Staff know people by their reference; who has none goes by their name. */
    public boolean isFor(Recipient recipient) {
        return reference == null && recipient.reference() == null
                ? recipientName.equals(MessageTexts.oneLine(recipient.name()))
                : Objects.equals(reference, recipient.reference());
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

    public UUID id() {
        return id;
    }

    public CaseRef about() {
        return new CaseRef(aboutProcess, aboutCase);
    }

    public UUID branch() {
        return branch;
    }

    public String template() {
        return template;
    }

    public Locale language() {
        return Locale.forLanguageTag(language);
    }

    public String recipientName() {
        return recipientName;
    }

    public String email() {
        return contact.email();
    }

    public String phone() {
        return contact.phone();
    }

    public String reference() {
        return reference;
    }

    public String subject() {
        return subject;
    }

    public String body() {
        return body;
    }

    public String words() {
        return words;
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

    public Instant createdAt() {
        return createdAt;
    }

    /** When this round began. */
    public Instant roundAt() {
        return roundAt;
    }

    public List<StoredAttachment> attachments() {
        return List.copyOf(attachments);
    }
}
