package tallystick.bank.iso20022;

import java.io.ByteArrayOutputStream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes XML element by element, in UTF-8 and without anything optional. */
final class Markup {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final XMLStreamWriter out;

    private Markup() throws XMLStreamException {
        out = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, "UTF-8");
    }

    /** A part of a document. */
    @FunctionalInterface
    interface Part {
        void in(Markup markup) throws XMLStreamException;
    }

    static byte[] document(String namespace, Part content) {
        try {
            var markup = new Markup();
            markup.out.writeStartDocument("UTF-8", "1.0");
            markup.out.writeStartElement("Document");
            markup.out.writeDefaultNamespace(namespace);
            content.in(markup);
            markup.out.writeEndDocument();
            markup.out.close();
            return markup.bytes.toByteArray();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException("Memory takes every document.", impossible);
        }
    }

    void in(String name, Part content) throws XMLStreamException {
        out.writeStartElement(name);
        content.in(this);
        out.writeEndElement();
    }

    void text(String name, String value) throws XMLStreamException {
        out.writeStartElement(name);
        out.writeCharacters(value);
        out.writeEndElement();
    }

    /** An amount with its currency. */
    void amount(String name, tallystick.bank.spi.Amount amount) throws XMLStreamException {
        out.writeStartElement(name);
        out.writeAttribute("Ccy", amount.currency().getCurrencyCode());
        out.writeCharacters(amount.value().toPlainString());
        out.writeEndElement();
    }
}
