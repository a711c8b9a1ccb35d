package org.passerelle.catalogue.domain.marc.file;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.passerelle.catalogue.domain.marc.BadRecord;
import org.passerelle.catalogue.domain.marc.MarcRecord;
import org.passerelle.catalogue.domain.marc.Reading;
import org.passerelle.catalogue.domain.marc.RefusedRecord;


/** One {@code record} element of MARCXML or MarcXchange (ISO 25577), whose elements have the same names. */
final class MarcXml {

    private static final XMLInputFactory XML = safeFactory();
    private static final Pattern INDENTATION = Pattern.compile("\\A\\s*[\\r\\n]\\s*|\\s*[\\r\\n]\\s*\\z");
    private static final Pattern CODE = Pattern.compile("[!-~]");

    private MarcXml() {
    }

    private static XMLInputFactory safeFactory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        // The element is cut out of its document: its prefix may be declared on the outside.
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("Nothing outside the record is read");
        });
        return factory;
    }

    static MarcRecord parse(String element) throws RefusedRecord {
        try {
            XMLStreamReader xml = XML.createXMLStreamReader(new StringReader(element));
            try {
                return read(xml);
            } finally {
                xml.close();
            }
        } catch (XMLStreamException | IllegalStateException notWellFormed) {
            throw new RefusedRecord(BadRecord.Reason.BROKEN_STRUCTURE);
        }
    }

    private static MarcRecord read(XMLStreamReader xml) throws XMLStreamException, RefusedRecord {
        String leader = "";
        List<MarcRecord.Field> fields = new ArrayList<>();
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                switch (name(xml)) {
                    case "record" -> requireBibliographic(xml.getAttributeValue(null, "type"));
                    case "header" -> requireNotDeleted(xml.getAttributeValue(null, "status"));
                    case "leader" -> {
                        leader = leader(text(xml));
                        Reading.requireADocument(leader);
                    }
                    case "controlfield" -> fields.add(MarcRecord.Field.control(tag(xml), text(xml)));
                    case "datafield" -> fields.add(dataField(xml));
                    default -> { }
                }
            }
        }
        if (fields.isEmpty()) {
            throw new RefusedRecord(leader.isEmpty() ? BadRecord.Reason.OTHER_FORMAT : BadRecord.Reason.BROKEN_STRUCTURE);
        }
        return new MarcRecord(leader, List.copyOf(fields));
    }

    private static void requireBibliographic(String type) throws RefusedRecord {
        if (type != null && !type.isBlank() && !type.strip().equalsIgnoreCase("Bibliographic")) {
            throw new RefusedRecord(BadRecord.Reason.NOT_BIBLIOGRAPHIC);
        }
    }

    /** A harvested record that its sender has deleted is a header alone. */
    private static void requireNotDeleted(String status) throws RefusedRecord {
        if ("deleted".equals(status)) {
            throw new RefusedRecord(BadRecord.Reason.DELETED_BY_SENDER);
        }
    }

    /** Without the lines and the indentation that make XML easy to read: in coded fields each position counts. */
    private static String text(XMLStreamReader xml) throws XMLStreamException {
        return INDENTATION.matcher(xml.getElementText()).replaceAll("");
    }

    /** Where blanks were added or taken away, the status, a letter at position 5, tells where the leader begins. */
    private static String leader(String text) {
        if (text.length() == 24) {
            return text;
        }
        String stripped = text.strip();
        boolean lengthLeftOut = !stripped.isEmpty() && Character.isLetter(stripped.charAt(0));
        return lengthLeftOut ? " ".repeat(5) + stripped : stripped;
    }

    private static MarcRecord.Field dataField(XMLStreamReader xml) throws XMLStreamException, RefusedRecord {
        String tag = tag(xml);
        char first = indicator(xml, "ind1");
        char second = indicator(xml, "ind2");
        List<MarcRecord.Subfield> subfields = new ArrayList<>();
        while (xml.next() != XMLStreamConstants.END_ELEMENT) {
            if (xml.isStartElement()) {
                if (!name(xml).equals("subfield")) {
                    throw new RefusedRecord(BadRecord.Reason.BROKEN_STRUCTURE);
                }
                String code = xml.getAttributeValue(null, "code");
                String text = text(xml);
                // A code that is no sign of ASCII names nothing: its text is left out, whatever it is.
                if (code != null && CODE.matcher(code).matches()) {
                    subfields.add(new MarcRecord.Subfield(code.charAt(0), text));
                }
            }
        }
        return new MarcRecord.Field(tag, first, second, null, List.copyOf(subfields));
    }

    private static String tag(XMLStreamReader xml) throws RefusedRecord {
        String tag = xml.getAttributeValue(null, "tag");
        if (tag == null || tag.length() != 3) {
            throw new RefusedRecord(BadRecord.Reason.BROKEN_STRUCTURE);
        }
        return tag;
    }

    private static char indicator(XMLStreamReader xml, String name) {
        String value = xml.getAttributeValue(null, name);
        return value == null || value.isEmpty() ? ' ' : value.charAt(0);
    }

    private static String name(XMLStreamReader xml) {
        String name = xml.getLocalName();
        return name.substring(name.indexOf(':') + 1);
    }
}
