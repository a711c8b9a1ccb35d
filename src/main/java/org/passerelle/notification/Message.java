package org.passerelle.notification;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.platform.process.CaseRef;

/**
 * What is to be told to whom.
 *
 * @param about        the case it belongs to, in whose story its fate is told
 * @param branch       whose staff look after it
 * @param template     the texts {@code mail.<template>.subject}, {@code mail.<template>.body} and, for a call,
 *                     {@code call.<template>.words} (without it, the body is read out)
 * @param values       what the texts name, already worded in the recipient's language
 * @param attachments  go with the e-mail
 * @param confidential whether nobody but the recipient is to know of it: it is in no list, nobody calls instead, and where
 *                     there is no address it does not leave
 */
public record Message(CaseRef about, UUID branch, Recipient recipient, String template, Map<String, String> values,
                      List<Attachment> attachments, boolean confidential) {

    public Message {
        values = Map.copyOf(values);
        attachments = List.copyOf(attachments);
    }

    public Message(CaseRef about, UUID branch, Recipient recipient, String template, Map<String, String> values) {
        this(about, branch, recipient, template, values, List.of());
    }

    public Message(CaseRef about, UUID branch, Recipient recipient, String template, Map<String, String> values,
                   List<Attachment> attachments) {
        this(about, branch, recipient, template, values, attachments, false);
    }

    /** The same, for the recipient's eyes alone. */
    public Message inConfidence() {
        return new Message(about, branch, recipient, template, values, attachments, true);
    }

    /** @param contentType a MIME type, for example {@code text/calendar; charset=utf-8} */
    public record Attachment(String name, String contentType, byte[] bytes) {
    }
}
