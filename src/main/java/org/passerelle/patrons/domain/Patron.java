package org.passerelle.patrons.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.Locale;
import java.util.UUID;
import org.passerelle.notification.Recipient;

/** A holder of a library card. May have neither e-mail nor telephone. */
@Entity
@Table(name = "patron")
public class Patron {

    @Id
    private UUID id;
    @Column(unique = true)
    private String cardNumber;
    private String firstName;
    private String lastName;
    private String email;
    private String phone;
    private String locale;
    private boolean prefersPhone;
    private boolean blocked;
    @Enumerated(EnumType.STRING)
    private PatronCategory category;
    @Version
    private int version;

    protected Patron() {
    }

    public Patron(String cardNumber, String firstName, String lastName, PatronCategory category, Locale locale) {
        this.id = UUID.randomUUID();
        this.cardNumber = normalCard(cardNumber);
        this.firstName = firstName;
        this.lastName = lastName;
        this.category = category;
        this.locale = language(locale);
    }

    public UUID id() {
        return id;
    }

    public String cardNumber() {
        return cardNumber;
    }

    public String firstName() {
        return firstName;
    }

    public String lastName() {
        return lastName;
    }

    /** First name, last name. */
    public String displayName() {
        return (firstName + " " + lastName).trim();
    }

    /** Or null. */
    public String email() {
        return email;
    }

    /** Or null. */
    public String phone() {
        return phone;
    }

    /** As the notification module is told who it is. */
    public Recipient recipient() {
        return new Recipient(displayName(), email, phone, locale(), prefersPhone, cardNumber);
    }

    /** The language to write in: French or English. */
    public Locale locale() {
        return Locale.forLanguageTag(locale);
    }

    public boolean prefersPhone() {
        return prefersPhone;
    }

    public boolean blocked() {
        return blocked;
    }

    public PatronCategory category() {
        return category;
    }

    public int version() {
        return version;
    }

    public void rename(String newFirstName, String newLastName) {
        firstName = newFirstName;
        lastName = newLastName;
    }

    public void changeCard(String newCardNumber, PatronCategory newCategory) {
        cardNumber = normalCard(newCardNumber);
        category = newCategory;
    }

    /** How and in which language the library gets in touch; e-mail and telephone may be null. */
    public void reachBy(String newEmail, String newPhone, boolean byPhone, Locale newLocale) {
        email = newEmail;
        phone = newPhone;
        prefersPhone = byPhone;
        locale = language(newLocale);
    }

    public void writeTo(String newEmail) {
        email = newEmail;
    }

    public void block() {
        blocked = true;
    }

    public void unblock() {
        blocked = false;
    }

    /** A card number as it is kept and compared: without spaces, in capitals, whether scanned or typed. */
    public static String normalCard(String typed) {
        return typed.replaceAll("[\\s\\h\\p{Cntrl}]+", "").toUpperCase(Locale.ROOT);
    }

    private static String language(Locale locale) {
        return "en".equals(locale.getLanguage()) ? "en" : "fr";
    }
}
