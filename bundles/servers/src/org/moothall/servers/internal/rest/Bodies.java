package org.moothall.servers.internal.rest;

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

    /** A field's value, which must be there. */
    static String required(String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw Problem.invalid(field, "is missing.").exception();
        }
        return value;
    }
}
