package org.moothall.servers.internal.driver;

import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.Problem;
import org.moothall.core.ProblemException;
import org.moothall.net.NetProblem;
import org.moothall.servers.spi.ApiElement;

/**
 * Reads an API answer without trusting it: no DTD, no entities of its own, bounded depth, number of elements and attributes.
 * The size is bounded where the answer is received.
 */
final class ApiXml {

    static final int MAX_DEPTH = 32;
    static final int MAX_ELEMENTS = 200_000;
    private static final int MAX_ATTRIBUTES = 32;
    private static final XMLInputFactory FACTORY = factory();

    private final String source;
    private int elements;

    private ApiXml(String source) {
        this.source = source;
    }

    /** The root element; {@code source} names the peer in problems. */
    static ApiElement parse(String source, byte[] xml) {
        try {
            XMLStreamReader reader = FACTORY.createXMLStreamReader(new ByteArrayInputStream(xml));
            try {
                return new ApiXml(source).read(reader);
            } finally {
                reader.close();
            }
        } catch (XMLStreamException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNumber();
            int column = e.getLocation() == null ? 1 : e.getLocation().getColumnNumber();
            throw new ProblemException(problem(source, "is cut off or no proper XML at line " + line + ", column " + column), e);
        }
    }

    private static XMLInputFactory factory() {
        // The JDK's own, whatever other parser a bundle may bring along.
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, Boolean.FALSE);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, Boolean.FALSE);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, Boolean.FALSE);
        factory.setProperty(XMLInputFactory.IS_COALESCING, Boolean.TRUE);
        return factory;
    }

    private ApiElement read(XMLStreamReader reader) throws XMLStreamException {
        Deque<Open> open = new ArrayDeque<>();
        ApiElement root = null;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> open.push(begin(reader, open.size()));
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> append(open.peek(), reader.getText());
                case XMLStreamConstants.END_ELEMENT -> root = end(open);
                case XMLStreamConstants.DTD -> throw refused("holds a document type definition, which no Call Bridge sends");
                case XMLStreamConstants.ENTITY_REFERENCE -> throw refused("refers to an entity, which no Call Bridge does");
                default -> {}
            }
        }
        if (root == null) {
            throw refused("is empty");
        }
        return root;
    }

    private Open begin(XMLStreamReader reader, int depth) {
        if (depth >= MAX_DEPTH) {
            throw refused("is nested deeper than " + MAX_DEPTH + " elements");
        }
        if (++elements > MAX_ELEMENTS) {
            throw refused("has more than " + MAX_ELEMENTS + " elements");
        }
        int count = reader.getAttributeCount();
        if (count > MAX_ATTRIBUTES) {
            throw refused("has an element with more than " + MAX_ATTRIBUTES + " attributes");
        }
        Map<String, String> attributes = new HashMap<>();
        for (int i = 0; i < count; i++) {
            attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
        }
        return new Open(reader.getLocalName(), attributes, new StringBuilder(), new ArrayList<>());
    }

    private static void append(@Nullable Open current, String text) {
        if (current != null) {
            current.text.append(text);
        }
    }

    private static ApiElement end(Deque<Open> open) {
        Open done = open.pop();
        ApiElement element = new ApiElement(done.name, done.attributes, done.text.toString().strip(), done.children);
        Open parent = open.peek();
        if (parent != null) {
            parent.children.add(element);
        }
        return element;
    }

    private record Open(String name, Map<String, String> attributes, StringBuilder text, List<ApiElement> children) {}

    private ProblemException refused(String what) {
        return problem(source, what).exception();
    }

    private static Problem problem(String source, String what) {
        return Problem.of(NetProblem.NOT_UNDERSTOOD, "The answer of " + source + " " + what
                + ". Check that the address is that of the Web Admin interface, and look at the machine's own log.");
    }
}
