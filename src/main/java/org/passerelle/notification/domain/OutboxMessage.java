package org.passerelle.notification.domain;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
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

/** A message as it was worded, and to whom. */
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
    private String reference;
    private String subject;
    private String body;
    private String words;
    private boolean confidential;
    private Instant createdAt;
    @Embedded
    private Delivery delivery;
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
        delivery = new Delivery(confidential ? new Contact(recipient.email(), null, false) : contactOf(recipient), now);
    }

    /** The way to try first for a message to that person. */
    public static Channel firstChannelTo(Recipient recipient) {
        return contactOf(recipient).firstChannel();
    }

    private static Contact contactOf(Recipient recipient) {
        return new Contact(recipient.email(), recipient.phone(), recipient.prefersPhone());
    }

    /** Nobody but its recipient is to know of it. */
    public boolean isConfidential() {
        return confidential;
    }

    /** Staff know people by their reference; who has none goes by their name. */
    public boolean isFor(Recipient recipient) {
        return reference == null && recipient.reference() == null
                ? recipientName.equals(MessageTexts.oneLine(recipient.name()))
                : Objects.equals(reference, recipient.reference());
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

    /** On which way it is told, and what has come of it. */
    public Delivery delivery() {
        return delivery;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public List<StoredAttachment> attachments() {
        return List.copyOf(attachments);
    }
}
