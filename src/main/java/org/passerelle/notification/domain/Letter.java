package org.passerelle.notification.domain;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.platform.network.Branch;
import org.springframework.web.util.UriUtils;

/** A message as its reader gets it, whoever sends it: what it says, and who signs it. */
public record Letter(String email, String subject, String text) {

    /** Longer addresses of letters are cut, or opened not at all, by systems that hand them to a mail program. */
    private static final int LONGEST_ADDRESS = 2_000;

    public static Letter of(String email, String subject, String body, Branch branch) {
        return new Letter(email, MessageTexts.oneLine(subject), signed(body, branch));
    }

    static String signed(String body, Branch branch) {
        return body + "\n\n-- \n" + Stream.of(branch.name(), branch.address(), branch.phone()).filter(Objects::nonNull)
                .filter(line -> !line.isBlank()).collect(Collectors.joining("\n")) + "\n";
    }

    /**
     * RFC 6068: opens a letter to that address in one's own mail program. A text that is too long for it is left out, to
     * be copied.
     */
    public String mailto() {
        int at = email.lastIndexOf('@');
        String begun = "mailto:" + encoded(email.substring(0, at)) + "@" + encoded(email.substring(at + 1)) + "?subject="
                + encoded(subject);
        String whole = begun + "&body=" + encoded(text.replace("\n", "\r\n"));
        return whole.length() <= LONGEST_ADDRESS ? whole : begun;
    }

    private static String encoded(String part) {
        return UriUtils.encode(part, StandardCharsets.UTF_8);
    }
}
