package org.passerelle.catalogue.domain.marc.file;

import static org.passerelle.catalogue.domain.marc.file.MarcFileReader.LONGEST_XML_RECORD;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.passerelle.catalogue.domain.marc.BadRecord;
import org.passerelle.catalogue.domain.marc.CopyMappingProfile;
import org.passerelle.catalogue.domain.marc.MarcFormat;
import org.passerelle.catalogue.domain.marc.Reading;
import org.passerelle.catalogue.domain.marc.RecordPosition;
import org.passerelle.catalogue.domain.marc.RefusedRecord;

/**
 * Finds the {@code record} elements of an XML file, in any namespace or none. The elements are cut out of the text and
 * parsed one by one: malformed XML costs one record and not the rest of the file, and no document type declaration
 * ever reaches a parser.
 */
final class MarcXmlSource extends RecordSource {

    private static final int LONGEST_TAG = 10_000;
    /** Stands for bytes that the file's encoding leaves undefined; a noncharacter, which no XML text may contain. */
    private static final char UNREADABLE = '\uFFFF';
    private static final Pattern DECLARED_ENCODING =
            Pattern.compile("^[^<]*<\\?xml[^>]*encoding\\s*=\\s*[\"']([^\"']+)");
    private static final Pattern TAG = Pattern.compile("<(/?+)(?:[^\\s:/<>]++:)?+([^\\s:/<>]++)[^>]*+>");

    private final BufferedReader text;
    private final CopyMappingProfile profile;
    private long toSkip;
    private StringBuilder element;
    private boolean elementHasFields;
    private boolean elementTooLong;

    MarcXmlSource(InputStream file, CopyMappingProfile profile, RecordPosition from) throws IOException {
        super(from);
        this.profile = profile;
        text = new BufferedReader(new InputStreamReader(file, encoding(file).newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE).onUnmappableCharacter(CodingErrorAction.REPLACE)
                .replaceWith(String.valueOf(UNREADABLE))));
        toSkip = from.number() - 1;
    }

    @Override
    boolean findMore() throws IOException {
        for (int c = text.read(); c >= 0; c = text.read()) {
            boolean told = c == '<' ? tag() : append(String.valueOf((char) c));
            if (told) {
                return true;
            }
        }
        if (element != null) {
            element = null;
            tell(BadRecord.Reason.TRUNCATED);
        }
        return false;
    }

    @Override
    long offset() {
        return 0;
    }

    /** Takes a tag whose first character has been read; true when that ends a record. */
    private boolean tag() throws IOException {
        StringBuilder tag = new StringBuilder("<");
        for (int c = peek(); c >= 0 && c != '<' && tag.length() < LONGEST_TAG; c = peek()) {
            tag.append((char) text.read());
            if (isOpening(tag, "<!--")) {
                return passOver("-->");
            }
            if (isOpening(tag, "<![CDATA[")) {
                return append(tag + upTo("]]>"));
            }
            if (c == '>') {
                break;
            }
        }
        Matcher parts = TAG.matcher(tag);
        if (!parts.matches()) {
            return append(tag.toString());
        }
        boolean closes = !parts.group(1).isEmpty();
        boolean empty = tag.charAt(tag.length() - 2) == '/';
        String name = parts.group(2);
        if (!name.equals("record") || empty) {
            elementHasFields |= name.equals("leader") || name.equals("controlfield") || name.equals("datafield");
            return append(tag.toString());
        }
        return closes ? recordEnds(tag.toString()) : recordStarts(tag.toString());
    }

    /**
     * A record inside a record: either the outer one wraps it (OAI-PMH and SRU do) and holds no field of its own, or
     * the outer one was never closed.
     */
    private boolean recordStarts(String tag) {
        boolean unclosed = element != null && elementHasFields;
        element = new StringBuilder(tag);
        elementHasFields = false;
        elementTooLong = false;
        if (unclosed) {
            tell(BadRecord.Reason.BROKEN_STRUCTURE);
        }
        return unclosed;
    }

    private boolean recordEnds(String tag) {
        if (element == null) {
            return false;
        }
        append(tag);
        String complete = element.toString();
        element = null;
        if (toSkip > 0) {
            toSkip--;
        } else if (elementTooLong) {
            refused(BadRecord.Reason.TOO_LONG, 0, 0);
        } else if (complete.indexOf(UNREADABLE) >= 0) {
            refused(BadRecord.Reason.UNREADABLE_CHARACTERS, 0, 0);
        } else {
            try {
                read(Reading.of(MarcXml.parse(complete), MarcFormat.MARCXML, profile), 0, 0);
            } catch (RefusedRecord refused) {
                refused(refused.reason(), 0, 0);
            }
        }
        return true;
    }

    private void tell(BadRecord.Reason reason) {
        if (toSkip > 0) {
            toSkip--;
        } else {
            refused(reason, 0, 0);
        }
    }

    private boolean append(String more) {
        if (element != null) {
            elementTooLong |= element.length() + more.length() > LONGEST_XML_RECORD;
            if (!elementTooLong) {
                element.append(more);
            }
        }
        return false;
    }

    private boolean passOver(String end) throws IOException {
        upTo(end);
        return false;
    }

    /** What stands before the end mark, and the mark; of a text longer than a record may be, only the beginning. */
    private String upTo(String end) throws IOException {
        StringBuilder passed = new StringBuilder();
        int matched = 0;
        for (int c = text.read(); c >= 0; c = text.read()) {
            if (passed.length() <= LONGEST_XML_RECORD) {
                passed.append((char) c);
            }
            if (c == end.charAt(matched)) {
                matched++;
            } else if (!(matched == 2 && c == end.charAt(1))) {
                matched = c == end.charAt(0) ? 1 : 0;
            }
            if (matched == end.length()) {
                break;
            }
        }
        return passed.toString();
    }

    private static boolean isOpening(StringBuilder tag, String opening) {
        return tag.length() == opening.length() && opening.contentEquals(tag);
    }

    private int peek() throws IOException {
        text.mark(1);
        int c = text.read();
        if (c >= 0) {
            text.reset();
        }
        return c;
    }

    private static Charset encoding(InputStream file) throws IOException {
        file.mark(200);
        byte[] start = file.readNBytes(200);
        file.reset();
        if (start.length > 1 && (start[0] == (byte) 0xFE && start[1] == (byte) 0xFF
                || start[0] == (byte) 0xFF && start[1] == (byte) 0xFE)) {
            return StandardCharsets.UTF_16;
        }
        Matcher declaration = DECLARED_ENCODING.matcher(new String(start, StandardCharsets.ISO_8859_1));
        try {
            return declaration.find() ? Charset.forName(declaration.group(1)) : StandardCharsets.UTF_8;
        } catch (IllegalArgumentException unknownEncoding) {
            return StandardCharsets.UTF_8;
        }
    }
}
