package org.moothall.licensing.internal.rest;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Locale;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.Problem;

/** Reads query parameters and bodies. */
final class Parameters {

    private Parameters() {}

    static Instant instant(String name, @Nullable String text) {
        return parsed(name, required(name, text));
    }

    static @Nullable Instant optionalInstant(String name, @Nullable String text) {
        return text == null ? null : parsed(name, text);
    }

    static <E extends Enum<E>> E word(String name, @Nullable String text, Class<E> words) {
        String wanted = required(name, text);
        for (E word : words.getEnumConstants()) {
            if (word.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(wanted)) {
                return word;
            }
        }
        throw Problem.invalid(name, "is no " + name + " that we know.").exception();
    }

    static <T> T required(String name, @Nullable T value) {
        if (value == null) {
            throw Problem.invalid(name, "is missing.").exception();
        }
        return value;
    }

    private static Instant parsed(String name, String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw Problem.invalid(name, "must be a time such as 2026-03-02T12:00:00Z.").exception();
        }
    }
}
