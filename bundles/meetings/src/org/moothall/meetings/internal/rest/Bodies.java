package org.moothall.meetings.internal.rest;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.Problem;

/** Checks what requests bring. */
final class Bodies {

    private Bodies() {}

    /** The body, which must be there. */
    static <T> T present(@Nullable T body) {
        if (body == null) {
            throw Problem.invalid("body", "is missing: send a JSON object.").exception();
        }
        return body;
    }

    /** An instant in UTC. */
    static Instant instant(String field, String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw Problem.invalid(field, "must be an instant such as 2026-01-31T14:05:00Z.").exception();
        }
    }

    /** A field's value, which must be there. */
    static <T> T required(String field, @Nullable T value) {
        if (value == null) {
            throw Problem.invalid(field, "is missing.").exception();
        }
        return value;
    }

    /** A word as the API writes it, or what holds without one. */
    static <E extends Enum<E>> E word(String field, @Nullable String value, Class<E> type, E otherwise) {
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
