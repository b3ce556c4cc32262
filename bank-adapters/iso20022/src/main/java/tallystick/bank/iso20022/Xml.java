package tallystick.bank.iso20022;

import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import tallystick.bank.iso20022.Element.Unreadable;

/**
 * Reads XML that strangers may have written: UTF-8 only, no document type, hence no entities and nothing fetched from
 * elsewhere, and no more bytes, elements and levels than a bank's file has.
 */
final class Xml {
    static final int MOST_BYTES = 64 << 20;
    private static final int MOST_ELEMENTS = 5_000_000;
    private static final int MOST_LEVELS = 40;
    private static final int MOST_TEXT = 4_096;
    private static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:";

    private final XMLStreamReader in;
    private int elements;

    private Xml(XMLStreamReader in) {
        this.in = in;
    }

    /**
     * A message of one kind.
     *
     * @param kind such as {@code pain.002}, whatever its version
     * @param content the element below {@code Document}
     */
    record Message(String kind, Element content) {}

    static Message read(byte[] file) {
        if (file.length > MOST_BYTES) {
            throw new Unreadable("Expected at most %d bytes; found %d.".formatted(MOST_BYTES, file.length));
        }
        try {
            var in = factory().createXMLStreamReader(new StringReader(text(file)));
            return new Xml(in).message();
        } catch (XMLStreamException broken) {
            throw new Unreadable("It is no whole XML document.");
        }
    }

    private static String text(byte[] file) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
        } catch (CharacterCodingException other) {
            throw new Unreadable("Expected UTF-8; found other bytes.");
        }
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setXMLResolver((_, _, _, _) -> {
            throw new XMLStreamException("Nothing is fetched from elsewhere.");
        });
        return factory;
    }

    private Message message() throws XMLStreamException {
        while (next() != XMLStreamConstants.START_ELEMENT) {
            // Comments before it.
        }
        var namespace = String.valueOf(in.getNamespaceURI());
        if (!in.getLocalName().equals("Document") || !namespace.startsWith(NAMESPACE)) {
            throw new Unreadable("Expected an ISO 20022 document; found another.");
        }
        var document = element(1);
        while (in.hasNext()) {
            next(); // To its very end: half a file is none.
        }
        var kind = namespace.substring(NAMESPACE.length());
        if (!kind.matches("[a-z]{4}\\.[0-9]{3}\\.[0-9]{3}\\.[0-9]{2}")
                || document.children().size() != 1) {
            throw new Unreadable("Expected one ISO 20022 message; found another document.");
        }
        return new Message(kind.substring(0, 8), document.children().getFirst());
    }

    private int next() throws XMLStreamException {
        var event = in.next();
        if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
            throw new Unreadable("Expected no document type and no entities; found some.");
        }
        return event;
    }

    private Element element(int level) throws XMLStreamException {
        if (level > MOST_LEVELS || ++elements > MOST_ELEMENTS) {
            throw new Unreadable("Expected at most %d levels and %d elements.".formatted(MOST_LEVELS, MOST_ELEMENTS));
        }
        var name = in.getLocalName();
        var currency = in.getAttributeValue(null, "Ccy");
        var children = new ArrayList<Element>();
        var text = new StringBuilder();
        for (var event = next(); event != XMLStreamConstants.END_ELEMENT; event = next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                // What stands between elements is the layout of the file, however long that is.
                text.setLength(0);
                children.add(element(level + 1));
            } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                text.append(in.getText());
            }
            if (text.length() > MOST_TEXT) {
                throw new Unreadable("Expected at most %d characters in %s.".formatted(MOST_TEXT, name));
            }
        }
        return new Element(name, children.isEmpty() ? text.toString().strip() : "", currency, List.copyOf(children));
    }
}
