package org.moothall.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.Problem;

/** Checks what requests bring in their bodies and queries. Problem: {@code core.invalid-input}, naming the field. */
public final class Bodies {

    private Bodies() {}

    /** The body, which must be there. */
    public static <T> T present(@Nullable T body) {
        if (body == null) {
            throw Problem.invalid("body", "is missing: send a JSON object.").exception();
        }
        return body;
    }

    /** A field's value, which must be there. */
    public static <T> T required(String field, @Nullable T value) {
        if (value == null) {
            throw Problem.invalid(field, "is missing.").exception();
        }
        return value;
    }

    /** A field's text, which must be there and not blank. */
    public static String text(String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw Problem.invalid(field, "is missing.").exception();
        }
        return value;
    }

    /** An instant in UTC. */
    public static Instant instant(String field, String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw Problem.invalid(field, "must be an instant such as 2026-01-31T14:05:00Z.").exception();
        }
    }

    /** A word as the API writes it, or what holds without one. */
    public static <E extends Enum<E>> E word(String field, @Nullable String value, Class<E> type, E otherwise) {
        if (value == null) {
            return otherwise;
        }
        for (E constant : type.getEnumConstants()) {
            if (constant.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(value)) {
                return constant;
            }
        }
        throw Problem.invalid(field, "is not one of the known words.").exception();
    }
}
