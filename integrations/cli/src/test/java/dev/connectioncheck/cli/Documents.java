package dev.connectioncheck.cli;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Reads XML as strictly as there is. */
final class Documents {
    private Documents() {}

    static Element read(Path file) throws IOException, SAXException, ParserConfigurationException {
        DocumentBuilder builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
        return builder.parse(new InputSource(new StringReader(Files.readString(file))))
                .getDocumentElement();
    }

    /** What the schema says against a file of JUnit's. */
    static List<String> problems(Path file) throws IOException {
        try {
            SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                    .newSchema(Documents.class.getResource("junit.xsd"))
                    .newValidator()
                    .validate(new StreamSource(file.toFile()));
            return List.of();
        } catch (SAXException e) {
            return List.of(String.valueOf(e.getMessage()));
        }
    }

    static List<Element> elements(Element parent, String name) {
        NodeList found = parent.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }

    /** The names of the tests in a file of JUnit's. */
    static List<String> names(Path file) throws IOException, SAXException, ParserConfigurationException {
        return elements(read(file), "testcase").stream()
                .map(test -> test.getAttribute("name"))
                .toList();
    }

    /** One test in a file of JUnit's. */
    static Element test(Path file, String name) throws IOException, SAXException, ParserConfigurationException {
        return elements(read(file), "testcase").stream()
                .filter(test -> test.getAttribute("name").equals(name))
                .findFirst()
                .orElseThrow();
    }
}
