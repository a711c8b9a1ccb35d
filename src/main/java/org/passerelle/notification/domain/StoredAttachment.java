package org.passerelle.notification.domain;

import jakarta.persistence.Embeddable;
import org.passerelle.notification.Message;

/** A file that goes with the e-mail. Its name is no path and, like its type, one line. */
@Embeddable
public class StoredAttachment {

    private String name;
    private String contentType;
    private byte[] bytes;

    protected StoredAttachment() {
    }

    StoredAttachment(Message.Attachment attachment) {
        name = MessageTexts.oneLine(attachment.name()).replaceAll("[/\\\\\"]", "_");
        contentType = MessageTexts.oneLine(attachment.contentType());
        bytes = attachment.bytes().clone();
    }

    public String name() {
        return name;
    }

    public String contentType() {
        return contentType;
    }

    public byte[] bytes() {
        return bytes.clone();
    }
}
