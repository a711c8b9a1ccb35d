package org.passerelle.platform;

/**
 * What is wrong with one field of a command. A service that finds such answers
 * {@link CommonRefusal#FIELDS_WRONG} with all of them as its arguments; the form shows each at its field.
 *
 * @param field      name of the command's component
 * @param messageKey the sentence
 * @param args       what the sentence names
 */
public record FieldError(String field, String messageKey, Object... args) {
}
