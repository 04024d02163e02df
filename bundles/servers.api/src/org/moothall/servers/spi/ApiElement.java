package org.moothall.servers.spi;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An element of an API answer: immutable, unknown parts kept. */
public record ApiElement(String name, Map<String, String> attributes, String text, List<ApiElement> children) {

    public ApiElement {
        attributes = Map.copyOf(attributes);
        children = List.copyOf(children);
    }

    /** The first child of this name. */
    public Optional<ApiElement> find(String child) {
        return children.stream().filter(c -> c.name().equals(child)).findFirst();
    }

    /** The children of this name, in order. */
    public List<ApiElement> all(String child) {
        return children.stream().filter(c -> c.name().equals(child)).toList();
    }

    /** Text of the first child of this name, empty when missing. */
    public String text(String child) {
        return find(child).map(ApiElement::text).orElse("");
    }

    /** The {@code id} attribute, empty when missing. */
    public String id() {
        return attributes.getOrDefault("id", "");
    }
}
