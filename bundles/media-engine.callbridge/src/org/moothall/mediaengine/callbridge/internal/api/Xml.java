package org.moothall.mediaengine.callbridge.internal.api;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Writes XML in the one form a Meeting Server has: short prolog, no white space between elements, empty elements open and
 * close. Not thread-safe.
 *
 * @spec meeting-server-wire §1.1
 */
public final class Xml {

    private static final String PROLOG = "<?xml version=\"1.0\"?>";

    /** From here on there are no characters in XML. */
    private static final char NO_CHARACTER = 0xfffe;

    private final StringBuilder out = new StringBuilder(256);
    private final Deque<String> open = new ArrayDeque<>();

    private Xml(String prolog) {
        out.append(prolog);
    }

    /** A document that begins with this element. Attributes are name, value, name, value. */
    public static Xml document(String root, Object... attributes) {
        return new Xml(PROLOG).open(root, attributes);
    }

    /** A piece without prolog. */
    public static Xml fragment(String root, Object... attributes) {
        return new Xml("").open(root, attributes);
    }

    /** Opens an element. */
    public Xml open(String name, Object... attributes) {
        begin(name, attributes);
        out.append('>');
        open.push(name);
        return this;
    }

    /** Closes the element opened last. */
    public Xml close() {
        out.append("</").append(open.pop()).append('>');
        return this;
    }

    /** An element with text, which may be empty. */
    public Xml text(String name, Object value) {
        open(name);
        escape(value.toString());
        return close();
    }

    /** An element with text, left out when there is none. */
    public Xml textIfAny(String name, Object value) {
        return value.toString().isEmpty() ? this : text(name, value);
    }

    /** An element with text, left out when it does not apply. */
    public Xml textIf(boolean applies, String name, Object value) {
        return applies ? text(name, value) : this;
    }

    /** An element without content, self-closed with a blank before the slash. */
    public Xml bare(String name, Object... attributes) {
        begin(name, attributes);
        out.append(" />");
        return this;
    }

    /** Everything, with all open elements closed. */
    public String end() {
        while (!open.isEmpty()) {
            close();
        }
        return out.toString();
    }

    /** Everything as UTF-8. */
    public byte[] bytes() {
        return end().getBytes(StandardCharsets.UTF_8);
    }

    private void begin(String name, Object... attributes) {
        out.append('<').append(name);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ').append(attributes[i]).append("=\"");
            escape(attributes[i + 1].toString());
            out.append('"');
        }
    }

    private void escape(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                default -> out.append(c < ' ' && c != '\n' && c != '\t' || c >= NO_CHARACTER ? ' ' : c);
            }
        }
    }
}
