package org.passerelle.patrons.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.passerelle.patrons.domain.Patron;
import org.passerelle.patrons.domain.PatronCategory;
import org.passerelle.platform.FieldError;
import org.passerelle.platform.MailAddress;
import org.passerelle.platform.PhoneNumber;

/**
 * What staff write about a patron. Spaces around are dropped, what is empty becomes null; a group may have a last name
 * only.
 */
public record PatronForm(String cardNumber, String firstName, String lastName, PatronCategory category, String email,
                         String phone, boolean prefersPhone, Locale locale, boolean blocked) {

    public static final int LONGEST_CARD = 40;
    public static final int LONGEST_NAME = 100;

    private static final Pattern CARD = Pattern.compile("[0-9A-Z][0-9A-Z._-]*");
    /** Control characters, and those which turn the direction of the text around them. */
    private static final Pattern UNSAFE = Pattern.compile("[\\p{Cc}\\u2028-\\u202e\\u2066-\\u2069]");

    public PatronForm {
        cardNumber = cardNumber == null ? "" : Patron.normalCard(cardNumber);
        firstName = firstName == null ? "" : firstName.strip();
        lastName = lastName == null ? "" : lastName.strip();
        email = emptyIsNull(email);
        phone = emptyIsNull(phone);
    }

    static PatronForm of(Patron patron) {
        return new PatronForm(patron.cardNumber(), patron.firstName(), patron.lastName(), patron.category(),
                patron.email(), patron.phone(), patron.prefersPhone(), patron.locale(), patron.blocked());
    }

    PatronForm reachedBy(Patrons.Contact contact) {
        return new PatronForm(cardNumber, firstName, lastName, category, contact.email(), contact.phone(),
                contact.prefersPhone(), contact.locale(), blocked);
    }

    /** Everything that is wrong in itself; whether the card is taken only the service can tell. */
    List<FieldError> errors() {
        List<FieldError> errors = new ArrayList<>();
        if (cardNumber.isEmpty()) {
            errors.add(new FieldError("cardNumber", "patron.error.cardMissing"));
        } else if (cardNumber.length() > LONGEST_CARD) {
            errors.add(tooLong("cardNumber", LONGEST_CARD));
        } else if (!CARD.matcher(cardNumber).matches()) {
            errors.add(new FieldError("cardNumber", "patron.error.card"));
        }
        name(errors, "firstName", firstName, false);
        name(errors, "lastName", lastName, true);
        if (category == null) {
            errors.add(new FieldError("category", "patron.error.categoryMissing"));
        }
        if (locale == null) {
            errors.add(new FieldError("locale", "patron.error.localeMissing"));
        }
        if (email != null && email.length() > MailAddress.LONGEST) {
            errors.add(tooLong("email", MailAddress.LONGEST));
        } else if (email != null && !MailAddress.isUsable(email)) {
            errors.add(new FieldError("email", "patron.error.email"));
        }
        if (phone != null && phone.length() > PhoneNumber.LONGEST) {
            errors.add(tooLong("phone", PhoneNumber.LONGEST));
        } else if (phone != null && !PhoneNumber.isOfAPerson(phone)) {
            errors.add(new FieldError("phone", "patron.error.phone"));
        } else if (phone == null && prefersPhone) {
            errors.add(new FieldError("phone", "patron.error.phoneMissing"));
        }
        return errors;
    }

    private static void name(List<FieldError> errors, String field, String name, boolean needed) {
        if (needed && name.isEmpty()) {
            errors.add(new FieldError(field, "patron.error.nameMissing"));
        } else if (name.length() > LONGEST_NAME) {
            errors.add(tooLong(field, LONGEST_NAME));
        } else if (UNSAFE.matcher(name).find()) {
            errors.add(new FieldError(field, "patron.error.name"));
        }
    }

    private static FieldError tooLong(String field, int most) {
        return new FieldError(field, "patron.error.tooLong", most);
    }

    private static String emptyIsNull(String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }
}
