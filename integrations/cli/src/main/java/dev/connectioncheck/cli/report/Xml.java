package dev.connectioncheck.cli.report;

import java.io.StringWriter;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes elements with the JDK's own writer, which escapes; texts are made {@link Plain} first. Not thread-safe. */
final class Xml {
    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter out;

    Xml() {
        try {
            out = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Writes something that is markup itself, such as a declaration. */
    Xml raw(String markup) {
        text.append(markup);
        return this;
    }

    Xml begin(String element, Map<String, String> attributes) {
        return doing(() -> {
            out.writeStartElement(element);
            write(attributes);
        });
    }

    Xml begin(String element) {
        return begin(element, Map.of());
    }

    /** Writes an element that can't hold anything. */
    Xml empty(String element, Map<String, String> attributes) {
        return doing(() -> {
            out.writeEmptyElement(element);
            write(attributes);
        });
    }

    Xml text(String content) {
        return doing(() -> out.writeCharacters(Plain.lines(content)));
    }

    Xml end() {
        return doing(out::writeEndElement);
    }

    Xml element(String element, Map<String, String> attributes, String content) {
        return begin(element, attributes).text(content).end();
    }

    Xml element(String element, String content) {
        return element(element, Map.of(), content);
    }

    /** Ends a line, between elements. */
    Xml line() {
        return text("\n");
    }

    String finish() {
        doing(out::flush);
        return text.toString();
    }

    private void write(Map<String, String> attributes) throws XMLStreamException {
        for (Map.Entry<String, String> attribute : attributes.entrySet()) {
            out.writeAttribute(attribute.getKey(), Plain.line(attribute.getValue()));
        }
    }

    private Xml doing(Writing writing) {
        try {
            writing.run();
            return this;
        } catch (XMLStreamException e) {
            throw new IllegalStateException("A text in memory can't be written.", e);
        }
    }

    @FunctionalInterface
    private interface Writing {
        void run() throws XMLStreamException;
    }
}
