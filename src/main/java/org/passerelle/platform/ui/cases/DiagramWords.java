package org.passerelle.platform.ui.cases;

import java.io.StringReader;
import java.io.StringWriter;
import java.util.Locale;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.passerelle.platform.i18n.Messages;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** A model is drawn by its modeller in one language; here each element's name becomes the reader's. */
public final class DiagramWords {

    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";

    private DiagramWords() {
    }

    /** The model with the texts {@code process.<process id>.<element id>}; what has no text keeps its name. */
    public static String in(Messages messages, Locale locale, String bpmnXml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setNamespaceAware(true);
            Document model = factory.newDocumentBuilder().parse(new InputSource(new StringReader(bpmnXml)));
            String processKey = ((Element) model.getElementsByTagNameNS(BPMN, "process").item(0)).getAttribute("id");
            NodeList elements = model.getElementsByTagName("*");
            for (int i = 0; i < elements.getLength(); i++) {
                Element element = (Element) elements.item(i);
                String key = "process." + processKey + "." + element.getAttribute("id");
                if (element.hasAttribute("name") && messages.has(key)) {
                    element.setAttribute("name", messages.text(locale, key));
                }
            }
            StringWriter words = new StringWriter();
            TransformerFactory.newInstance().newTransformer().transform(new DOMSource(model), new StreamResult(words));
            return words.toString();
        } catch (Exception e) {
            throw new IllegalStateException("the model cannot be read", e);
        }
    }
}
