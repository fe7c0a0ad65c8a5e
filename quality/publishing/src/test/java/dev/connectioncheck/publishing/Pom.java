package dev.connectioncheck.publishing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** A POM as it is written, with nothing inherited. */
record Pom(Path file, Document document) {
    static Pom read(Path file) {
        try {
            return new Pom(
                    file,
                    DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SAXException | ParserConfigurationException e) {
            throw new IllegalArgumentException(file + " is no XML", e);
        }
    }

    String artifactId() {
        return text("/project/artifactId");
    }

    String packaging() {
        String packaging = text("/project/packaging");
        return packaging.isEmpty() ? "jar" : packaging;
    }

    /** The text at a path, without blanks around it; empty if there is nothing. */
    String text(String path) {
        return texts(path).stream().findFirst().orElse("");
    }

    List<String> texts(String path) {
        return nodes(path).stream().map(node -> node.getTextContent().strip()).toList();
    }

    /** Counts what stands at a path. */
    int count(String path) {
        return nodes(path).size();
    }

    /** The dependencies at a path, each as {@code group:artifact:version}. */
    List<String> coordinates(String path) {
        return IntStream.rangeClosed(1, count(path))
                .mapToObj(i -> path + "[" + i + "]")
                .map(one -> text(one + "/groupId") + ":" + text(one + "/artifactId") + ":" + text(one + "/version"))
                .toList();
    }

    private List<Node> nodes(String path) {
        try {
            NodeList found =
                    (NodeList) XPathFactory.newInstance().newXPath().evaluate(path, document, XPathConstants.NODESET);
            return IntStream.range(0, found.getLength()).mapToObj(found::item).toList();
        } catch (XPathExpressionException e) {
            throw new IllegalArgumentException(path, e);
        }
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
