package org.moothall.meetings.internal;

import java.util.Optional;

import org.eclipse.jdt.annotation.Nullable;

/** Where a record wants null for what is absent. */
final class Absent {

    private Absent() {}

    /** The value, or null. */
    static <T> @Nullable T orNull(Optional<T> value) {
        return value.isPresent() ? value.get() : null;
    }
}
