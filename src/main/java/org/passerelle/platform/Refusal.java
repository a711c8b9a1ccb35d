package org.passerelle.platform;

/** Why a gesture is refused; implemented by one enum per module, whose constants have a message in both languages. */
public interface Refusal {

    String name();

    /** The key of the sentence that tells the person what is wrong and what to do. */
    default String messageKey() {
        return "refusal." + name();
    }
}
