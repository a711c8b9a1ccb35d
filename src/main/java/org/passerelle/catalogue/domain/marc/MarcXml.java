package org.passerelle.catalogue.domain.marc;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** One {@code record} element of MARCXML or MarcXchange (ISO 25577), whose elements have the same names. */
final class MarcXml {

    private static final XMLInputFactory XML = safeFactory();

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
                    case "leader" -> leader = xml.getElementText();
                    case "controlfield" -> fields.add(MarcRecord.Field.control(tag(xml), xml.getElementText()));
                    case "datafield" -> fields.add(dataField(xml));
                    default -> { }
                }
            }
        }
        if (fields.isEmpty()) {
            throw new RefusedRecord(BadRecord.Reason.BROKEN_STRUCTURE);
        }
        return new MarcRecord(leader, List.copyOf(fields));
    }

    private static MarcRecord.Field dataField(XMLStreamReader xml) throws XMLStreamException, RefusedRecord {
        String tag = tag(xml);
        char first = indicator(xml, "ind1");
        char second = indicator(xml, "ind2");
        List<MarcRecord.Subfield> subfields = new ArrayList<>();
        while (xml.next() != XMLStreamConstants.END_ELEMENT) {
            if (xml.isStartElement()) {
                String code = xml.getAttributeValue(null, "code");
                if (!name(xml).equals("subfield") || code == null || code.length() != 1) {
                    throw new RefusedRecord(BadRecord.Reason.BROKEN_STRUCTURE);
                }
                subfields.add(new MarcRecord.Subfield(code.charAt(0), xml.getElementText()));
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
