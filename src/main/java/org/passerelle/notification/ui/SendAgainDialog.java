package org.passerelle.notification.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextField;
import org.passerelle.notification.domain.NotificationRefusal;
import org.passerelle.notification.service.Outbox;
import org.passerelle.notification.service.Outbox.Content;
import org.passerelle.platform.MailAddress;
import org.passerelle.platform.Outcome;
import org.passerelle.platform.PhoneNumber;
import org.passerelle.platform.ui.EnterKey;

/** The address and the number, to be corrected before a message is tried once more. */
class SendAgainDialog extends Dialog {

    private final Outbox outbox;
    private final Content message;
    private final TextField email;
    private final TextField phone;

    SendAgainDialog(Outbox outbox, Content message) {
        this.outbox = outbox;
        this.message = message;
        email = field("outbox.email", message.email(), MailAddress.LONGEST);
        phone = field("outbox.phone", message.phone(), PhoneNumber.LONGEST);
        setHeaderTitle(getTranslation("outbox.sendAgain"));
        setCloseOnOutsideClick(false);
        Div fields = new Div(email, phone);
        fields.addClassName("form-grid");
        add(new Paragraph(getTranslation("outbox.sendAgain.hint")), fields);
        Button send = new Button(getTranslation("outbox.sendAgain"), click -> send());
        send.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(getTranslation("outbox.cancel"), click -> close()), send);
        EnterKey.presses(this, send);
    }

    private TextField field(String key, String value, int longest) {
        TextField field = new TextField(getTranslation(key), value == null ? "" : value, "");
        field.setMaxLength(longest);
        return field;
    }

    private void send() {
        email.setInvalid(false);
        phone.setInvalid(false);
        switch (outbox.sendAgain(message.id(), email.getValue(), phone.getValue())) {
            case Outcome.Done<Void> done -> tell(getTranslation("outbox.sendAgain.done"));
            case Outcome.Refused<Void> refused -> {
                String why = getTranslation(refused.reason().messageKey(), refused.args());
                if (refused.reason() == NotificationRefusal.NOT_A_PHONE) {
                    wrong(phone, why);
                } else if (refused.reason() instanceof NotificationRefusal) {
                    wrong(email, why);
                } else {
                    tell(why);
                }
            }
        }
    }

    private static void wrong(TextField field, String why) {
        field.setErrorMessage(why);
        field.setInvalid(true);
        field.focus();
    }

    private void tell(String sentence) {
        close();
        Notification.show(sentence);
    }
}
