package hedgerow.store.span;

import hedgerow.store.Faults;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// The elements of an XML file, one after the other; document types and entities are refused.
final class Elements {
    private static final int DEEPEST = 32;
    private static final int LONGEST_TEXT = 4_096;
    private static final int MOST = 1_000_000;

    private static final XMLInputFactory FACTORY = factory();

    private final XMLStreamReader xml;
    private final Faults faults;
    private int inElement;

    /// What is done with a child, which is at its start tag and must be at its end tag afterwards.
    interface Visitor {
        void visit(String name) throws XMLStreamException;
    }

    /// @throws IOException where the stream fails
    Elements(InputStream in, Faults faults) throws XMLStreamException, IOException {
        Reader characters = Decoded.reader(in);
        synchronized (FACTORY) {
            this.xml = FACTORY.createXMLStreamReader(characters);
        }
        this.faults = faults;
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        return factory;
    }

    /// Moves to the root element and gives its name.
    String root() throws XMLStreamException {
        while (xml.next() != XMLStreamConstants.START_ELEMENT) {
            if (xml.getEventType() == XMLStreamConstants.DTD) throw refused("no document type");
        }
        return xml.getLocalName();
    }

    /// Reads to the end of the file, which must follow.
    void end() throws XMLStreamException {
        while (xml.hasNext()) xml.next();
    }

    /// Visits every child of the current element.
    void each(Visitor visitor) throws XMLStreamException {
        while (true) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> visitor.visit(xml.getLocalName());
                case XMLStreamConstants.END_ELEMENT -> {
                    return;
                }
                case XMLStreamConstants.ENTITY_REFERENCE -> throw refused("no entities");
                default -> {}
            }
        }
    }

    /// Passes over the current element.
    void skip() throws XMLStreamException {
        int depth = 1;
        while (depth > 0) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) depth++;
            if (event == XMLStreamConstants.END_ELEMENT) depth--;
            if (event == XMLStreamConstants.ENTITY_REFERENCE) throw refused("no entities");
            if (depth > DEEPEST) throw refused("at most " + DEEPEST + " elements in one another");
        }
    }

    /// The current element, as it starts.
    Element here() {
        Location at = xml.getLocation();
        return new Element(xml.getLocalName(), at.getLineNumber(), at.getColumnNumber(), faults);
    }

    /// Reads the current element with everything in it.
    Element read() throws XMLStreamException {
        inElement = 0;
        return read(1);
    }

    private Element read(int depth) throws XMLStreamException {
        if (depth > DEEPEST) throw refused("at most " + DEEPEST + " elements in one another");
        if (++inElement > MOST) throw refused("at most " + MOST + " elements in one");
        Element element = here();
        String text = "";
        while (true) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> element.children.add(read(depth + 1));
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (!xml.isWhiteSpace()) text = text.isEmpty() ? some() : text + some();
                    if (text.length() > LONGEST_TEXT) {
                        throw refused("at most " + LONGEST_TEXT + " characters");
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    element.setText(text);
                    return element;
                }
                case XMLStreamConstants.ENTITY_REFERENCE -> throw refused("no entities");
                default -> {}
            }
        }
    }

    private String some() {
        return xml.getText();
    }

    private XMLStreamException refused(String allowed) {
        return new XMLStreamException(allowed, xml.getLocation());
    }
}
