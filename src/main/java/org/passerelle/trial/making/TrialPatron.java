package org.passerelle.trial.making;

import java.util.Locale;
import org.passerelle.patrons.domain.PatronCategory;
import org.passerelle.patrons.service.PatronForm;

/** The patrons of the trial library, with the needs that real ones have. */
enum TrialPatron {
    JEANNE("Jeanne", "Ferrand", Contact.MAIL),
    OLIVER("Oliver", "Whitcombe", Contact.ENGLISH),
    LUCIEN("Lucien", "Delorme", Contact.CALL_ONLY),
    MADELEINE("Madeleine", "Roussel", Contact.PREFERS_CALL),
    AMINATA("Aminata", "Sarr", Contact.MAIL),
    THEO("Théo", "Garnier", PatronCategory.CHILD, Contact.MAIL, false),
    INES("Inès", "Benali", PatronCategory.CHILD, Contact.MAIL, false),
    ECOLE("", "École élémentaire des Tilleuls", PatronCategory.GROUP, Contact.MAIL, false),
    RESIDENCE("", "Résidence Les Glycines", PatronCategory.GROUP, Contact.CALL_ONLY, false),
    PAUL("Paul", "Nguyen", Contact.MAIL),
    FRANCOISE("Françoise", "Lemaître", Contact.MAIL),
    MAURICE("Maurice", "Châtelain", Contact.NONE),
    YASMINE("Yasmine", "Haddad", Contact.MAIL),
    GABRIEL("Gabriel", "Morel", Contact.MAIL),
    SUZANNE("Suzanne", "Perrin", Contact.PREFERS_CALL),
    MARGARET("Margaret", "O’Brien", Contact.ENGLISH),
    CLEMENT("Clément", "Fabre", Contact.MAIL),
    ELISE("Élise", "Bonnet", Contact.MAIL),
    HUGO("Hugo", "Lefèvre", PatronCategory.ADULT, Contact.MAIL, true),
    NOEMIE("Noémie", "Caron", Contact.MAIL),
    ANTOINE("Antoine", "Vasseur", Contact.MAIL),
    ROSE("Rose", "Diallo", PatronCategory.CHILD, Contact.CALL_ONLY, false),
    MARTIN("Martin", "Kowalski", Contact.MAIL),
    COLETTE("Colette", "Jourdan", Contact.CALL_ONLY),
    CHLOE("Chloé", "Marchand", Contact.MAIL),
    SAMUEL("Samuel", "Adjei", Contact.ENGLISH);

    private enum Contact {
        MAIL, ENGLISH, CALL_ONLY, PREFERS_CALL, NONE
    }

    private final String firstName;
    private final String lastName;
    private final PatronCategory category;
    private final Contact contact;
    private final boolean blocked;

    TrialPatron(String firstName, String lastName, Contact contact) {
        this(firstName, lastName, PatronCategory.ADULT, contact, false);
    }

    TrialPatron(String firstName, String lastName, PatronCategory category, Contact contact, boolean blocked) {
        this.firstName = firstName;
        this.lastName = lastName;
        this.category = category;
        this.contact = contact;
        this.blocked = blocked;
    }

    String card() {
        return Barcodes.ofCard(1001 + ordinal() * 37);
    }

    /** Under which the patron signs in. */
    String username() {
        return name().toLowerCase(Locale.ROOT);
    }

    String displayName() {
        return (firstName + " " + lastName).strip();
    }

    boolean isChild() {
        return category == PatronCategory.CHILD;
    }

    PatronForm form() {
        boolean writes = contact != Contact.CALL_ONLY && contact != Contact.NONE;
        return new PatronForm(card(), firstName, lastName, category,
                writes ? username() + "@pontclair.example" : null,
                contact == Contact.NONE ? null : "06 39 98 %02d %02d".formatted(10 + ordinal(), 97 - ordinal() * 3),
                contact == Contact.CALL_ONLY || contact == Contact.PREFERS_CALL,
                contact == Contact.ENGLISH ? Locale.ENGLISH : Locale.FRENCH, blocked);
    }
}
