package org.passerelle.notification;

import java.util.Locale;
import org.passerelle.platform.people.Contact;
import org.passerelle.platform.security.accounts.Account;

/**
 * Somebody to be told something.
 *
 * @param email         or null
 * @param phone         or null
 * @param language      French where it is neither French nor English
 * @param prefersPhone  is called rather than written to, where there is a number
 * @param reference     what staff know the person by, for example the card number; may be null
 */
public record Recipient(String name, String email, String phone, Locale language, boolean prefersPhone,
                        String reference) {

    /** A member of staff, by what their account says. */
    public static Recipient of(Account account) {
        Contact contact = account.contact();
        return new Recipient(account.displayName(), contact.email(), contact.phone(),
                contact.locale() == null ? Locale.FRENCH : contact.locale(), contact.prefersPhone(), null);
    }
}
