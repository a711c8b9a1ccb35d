package org.passerelle.notification.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import org.passerelle.notification.Message;
import org.passerelle.notification.domain.MessageState;
import org.passerelle.notification.service.Outbox;
import org.passerelle.notification.service.Outbox.Content;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.i18n.DateTimes;
import org.passerelle.platform.ui.CopyButton;
import org.passerelle.platform.ui.cases.UndoBar;

/** One message in full, and what may still be done with it. */
class MessageDetail extends Div {

    private final Outbox outbox;
    private final Content message;

    MessageDetail(Outbox outbox, Content message, Runnable close) {
        this.outbox = outbox;
        this.message = message;
        Button back = new Button(getTranslation("outbox.back"), click -> close.run());
        back.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        back.addClassName("phone-only");
        add(back, new H2(message.name()), facts());
        if (message.state() == MessageState.WAITING_FOR_SERVER) {
            add(told("outbox.noServer", "message-due"));
        }
        if (!message.mayAct()) {
            add(told("outbox.otherBranch", "message-info"));
        }
        H3 subject = new H3(message.subject());
        subject.getElement().setAttribute("lang", message.language());
        Div body = new Div(message.body());
        body.addClassName("letter");
        body.getElement().setAttribute("lang", message.language());
        Div letter = new Div(subject, body);
        letter.addClassName("card");
        add(letter, gestures());
    }

    private DescriptionList facts() {
        DescriptionList facts = new DescriptionList();
        facts.addClassName("facts");
        facts.add(new DescriptionList.Term(getTranslation("outbox.state")),
                new DescriptionList.Description(new StateTag(message.state())));
        if (message.failure() != null) {
            fact(facts, "outbox.why", getTranslation(message.failure().messageKey()));
        }
        fact(facts, "outbox.error", message.error());
        fact(facts, "outbox.card", message.reference());
        fact(facts, "outbox.email", message.email());
        fact(facts, "outbox.phone", message.phone());
        fact(facts, "outbox.branch", message.branch().name());
        fact(facts, "outbox.written", DateTimes.dayAndTime(message.created(), message.branch().zone(), getLocale()));
        fact(facts, "outbox.attempts",
                getTranslation("outbox.attempts.value", message.mailAttempts(), message.callAttempts()));
        if (!message.attachments().isEmpty()) {
            facts.add(new DescriptionList.Term(getTranslation("outbox.attachments")), attachments());
        }
        return facts;
    }

    private DescriptionList.Description attachments() {
        DescriptionList.Description files = new DescriptionList.Description();
        for (int i = 0; i < message.attachments().size(); i++) {
            int position = i;
            Anchor file = new Anchor(DownloadHandler.fromInputStream(request ->
                    outbox.attachment(message.id(), position).map(MessageDetail::download)
                            .orElseGet(() -> DownloadResponse.error(404))), message.attachments().get(i));
            files.add(new Div(file));
        }
        return files;
    }

    private static DownloadResponse download(Message.Attachment file) {
        return new DownloadResponse(new ByteArrayInputStream(file.bytes()), file.name(), file.contentType(),
                file.bytes().length);
    }

    private void fact(DescriptionList facts, String key, String value) {
        if (value != null && !value.isBlank()) {
            facts.add(new DescriptionList.Term(getTranslation(key)), new DescriptionList.Description(value));
        }
    }

    private Paragraph told(String key, String kind) {
        Paragraph sentence = new Paragraph(getTranslation(key));
        sentence.addClassNames("message", kind);
        return sentence;
    }

    private Div gestures() {
        Div gestures = new Div();
        gestures.addClassName("form-actions");
        message.toSendByHand().ifPresent(letter -> {
            Anchor write = new Anchor(letter.mailto(), getTranslation("outbox.mailto"));
            write.addClassName("button-link");
            gestures.add(new CopyButton(getTranslation("outbox.copy"), letter.text()), write);
        });
        if (message.state() == MessageState.WAITING_FOR_SERVER) {
            gestures.add(primary("outbox.sentByHand", this::sentByHand));
        } else if (message.state().failed()) {
            gestures.add(primary("outbox.sendAgain", () -> new SendAgainDialog(outbox, message).open()));
        }
        return gestures;
    }

    private Button primary(String key, Runnable gesture) {
        Button button = new Button(getTranslation(key), click -> gesture.run());
        button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        button.setEnabled(message.mayAct());
        return button;
    }

    private void sentByHand() {
        switch (outbox.sentByHand(message.id())) {
            case Outcome.Done<Void> done -> UndoBar.offer(getTranslation("outbox.sentByHand.done"),
                    getTranslation("outbox.sentByHand.undo"), this::notSentByHand);
            case Outcome.Refused<Void> refused -> tell(refused);
        }
    }

    private void notSentByHand() {
        switch (outbox.notSentByHand(message.id())) {
            case Outcome.Done<Void> done -> Notification.show(getTranslation("outbox.sentByHand.undone"));
            case Outcome.Refused<Void> refused -> tell(refused);
        }
    }

    private void tell(Outcome.Refused<Void> refused) {
        Notification.show(getTranslation(refused.reason().messageKey(), refused.args()));
    }
}
