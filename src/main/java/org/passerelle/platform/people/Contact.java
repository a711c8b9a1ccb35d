package org.passerelle.platform.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.passerelle.platform.FieldError;
import org.passerelle.platform.MailAddress;
import org.passerelle.platform.PhoneNumber;

/**
 * How a member of staff is reached. Spaces around are dropped, what is empty becomes null.
 *
 * @param email  or null
 * @param phone  or null
 * @param locale the language to write in and to sign in to, or null where it was not said
 */
public record Contact(String email, String phone, Locale locale, boolean prefersPhone) {

    public static final Contact NONE = new Contact(null, null, null, false);

    public Contact {
        email = emptyIsNull(email);
        phone = emptyIsNull(phone);
    }

    /** For the fields email and phone. */
    public List<FieldError> errors() {
        List<FieldError> errors = new ArrayList<>();
        if (email != null && !MailAddress.isUsable(email)) {
            errors.add(new FieldError("email", "reach.error.email", MailAddress.LONGEST));
        }
        if (phone != null && !PhoneNumber.isOfAPerson(phone)) {
            errors.add(new FieldError("phone", "reach.error.phone"));
        } else if (phone == null && prefersPhone) {
            errors.add(new FieldError("phone", "reach.error.phoneMissing"));
        }
        return errors;
    }

    private static String emptyIsNull(String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }

    /** What is personal stays out of logs. */
    @Override
    public String toString() {
        return "contact";
    }
}
