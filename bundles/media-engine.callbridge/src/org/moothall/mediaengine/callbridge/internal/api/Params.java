package org.moothall.mediaengine.callbridge.internal.api;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** Form or query parameters; names do not mind their case, as clients of the API do not. */
public final class Params {

    private static final int MOST = 200;

    private final Map<String, String> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    private Params() {}

    /** Reads {@code a=1&b=2}; a leading {@code &} and empty parts are passed over. Failure: {@code parameterError}. */
    public static Params parse(String encoded) {
        Params params = new Params();
        for (String part : encoded.split("&")) {
            int equals = part.indexOf('=');
            if (!part.isBlank()) {
                params.values.put(decode(equals < 0 ? part : part.substring(0, equals)), equals < 0 ? "" : decode(part.substring(equals + 1)));
            }
            if (params.values.size() > MOST) {
                throw ApiFailure.badRequest("parameterError");
            }
        }
        return params;
    }

    /** The value of this parameter. */
    public Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name)).map(String::strip);
    }

    /** The value of this parameter, empty when it is not there. */
    public String get(String name) {
        return find(name).orElse("");
    }

    /** The names of all parameters, as they came. */
    public Set<String> names() {
        return Set.copyOf(values.keySet());
    }

    /** The value of a number, the fallback when it is not there. Failure: {@code parameterError}. */
    public int number(String name, int fallback) {
        String text = get(name);
        if (text.isEmpty()) {
            return fallback;
        }
        return Integer.parseInt(Rule.NUMBER.checked(name, text));
    }

    /** An id, empty when it is not there. Failure: {@code parameterError}. */
    public Optional<UUID> id(String name) {
        return find(name).filter(text -> !text.isEmpty()).map(text -> UUID.fromString(Rule.GUID.checked(name, text)));
    }

    /** The known parameters that are there, checked, by their proper names; the others are passed over. Failure: {@code parameterError}. */
    public Map<String, String> known(Map<String, Rule> rules) {
        Map<String, String> found = new LinkedHashMap<>();
        rules.forEach((name, rule) -> find(name).ifPresent(value -> found.put(name, value.isEmpty() ? "" : rule.checked(name, value))));
        return found;
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw ApiFailure.badRequest("parameterError");
        }
    }
}
