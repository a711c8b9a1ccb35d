package org.passerelle.platform;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.regex.Pattern;

/** What counts as an e-mail address: one mailbox with a domain, and nothing that could become a header. */
public final class MailAddress {

    /** RFC 5321, 4.5.3.1: 64 octets, the sign, 255 octets; 254 in all by erratum 1690 of RFC 3696. */
    public static final int LONGEST = 254;

    private static final Pattern FORM =
            Pattern.compile("[\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~.-]+@[\\p{L}\\p{N}-]+(\\.[\\p{L}\\p{N}-]+)+");

    private MailAddress() {
    }

    /** @param address as it stands, blanks at its ends included; may be null */
    public static boolean isUsable(String address) {
        if (address == null || address.length() > LONGEST || !FORM.matcher(address).matches()) {
            return false;
        }
        try {
            new InternetAddress(address, true).validate();
            return true;
        } catch (AddressException notOne) {
            return false;
        }
    }
}
