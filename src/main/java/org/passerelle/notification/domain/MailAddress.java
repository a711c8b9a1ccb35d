package org.passerelle.notification.domain;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;

/** What counts as an e-mail address: one mailbox with a domain, and nothing that could become a header. */
public final class MailAddress {

    /** RFC 5321, 4.5.3.1: 64 octets, the sign, 255 octets; 254 in all by erratum 1690 of RFC 3696. */
    private static final int LONGEST = 254;

    private MailAddress() {
    }

    public static boolean isUsable(String address) {
        if (address == null || address.isBlank() || address.length() > LONGEST
                || address.chars().anyMatch(c -> c <= ' ' || c == 0x7f || c == ',' || c == '<' || c == '>')) {
            return false;
        }
        try {
            new InternetAddress(address, true).validate();
            return address.lastIndexOf('@') > 0;
        } catch (AddressException notOne) {
            return false;
        }
    }
}
