package org.moothall.licensing.authority.internal.rest;

import java.util.UUID;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.Problem;

/** Fields of requests. */
final class Fields {

    private Fields() {}

    /** This value; a problem that names the field when it is missing. */
    static <T> T required(String field, @Nullable T value) {
        if (value == null) {
            throw Problem.invalid(field, "is missing.").exception();
        }
        return value;
    }

    /** The instance that a path names. */
    static UUID instance(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw Problem.notFound("instance", id).exception();
        }
    }
}
