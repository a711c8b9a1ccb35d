package org.passerelle.notification.domain;

import jakarta.persistence.Embeddable;
import org.passerelle.platform.MailAddress;

/** By which ways a person can be reached, and which of them they like better. */
@Embeddable
class Contact {

    private String email;
    private String phone;
    private boolean prefersPhone;

    protected Contact() {
    }

    Contact(String email, String phone, boolean prefersPhone) {
        this.email = stripped(email);
        this.phone = stripped(phone);
        this.prefersPhone = prefersPhone;
    }

    private static String stripped(String text) {
        return text == null || text.isBlank() ? null : MessageTexts.oneLine(text);
    }

    /** The same person's, with an address and a number that staff may have corrected. */
    Contact corrected(String newEmail, String newPhone) {
        return new Contact(newEmail, newPhone, prefersPhone);
    }

    Channel firstChannel() {
        if (hasPhone() && (prefersPhone || !hasEmail())) {
            return Channel.CALL;
        }
        return hasEmail() ? Channel.MAIL : Channel.NONE;
    }

    boolean hasEmail() {
        return MailAddress.isUsable(email);
    }

    boolean hasPhone() {
        return phone != null;
    }

    String email() {
        return email;
    }

    String phone() {
        return phone;
    }
}
