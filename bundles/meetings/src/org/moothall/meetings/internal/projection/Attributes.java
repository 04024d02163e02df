package org.moothall.meetings.internal.projection;

import java.util.HashMap;
import java.util.Map;

import org.eclipse.jdt.annotation.Nullable;

import com.fasterxml.jackson.annotation.JsonFormat;

/** Named values where the newest word counts, whatever the order in which the words arrive. */
final class Attributes {

    /** A value and how new it is; comparable only within one set of attributes. */
    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    record Told(String value, long stamp) {}

    private final Map<String, Told> values;

    Attributes() {
        this(Map.of());
    }

    Attributes(Map<String, Told> values) {
        this.values = new HashMap<>(values);
    }

    /** Keeps the value unless a newer one is known; of two equally new ones always the same wins. */
    void tell(String name, String value, long stamp) {
        @Nullable Told known = values.get(name);
        if (known == null || known.stamp() < stamp || known.stamp() == stamp && known.value().compareTo(value) < 0) {
            values.put(name, new Told(value, stamp));
        }
    }

    /** Tells those of these fields that are there. */
    void tellAll(Map<String, String> fields, java.util.Collection<String> names, long stamp) {
        for (String name : names) {
            @Nullable String value = fields.get(name);
            if (value != null) {
                tell(name, value, stamp);
            }
        }
    }

    /** The value, empty when nobody told it. */
    String get(String name) {
        @Nullable Told known = values.get(name);
        return known == null ? "" : known.value();
    }

    /** The first of these that is not empty. */
    String first(String... names) {
        for (String name : names) {
            String value = get(name);
            if (!value.isEmpty()) {
                return value;
            }
        }
        return "";
    }

    boolean is(String name) {
        String value = get(name);
        return value.equals("true") || value.equals("active") || value.equals("locked");
    }

    Map<String, Told> all() {
        return Map.copyOf(values);
    }
}
