package org.moothall.core;

import org.eclipse.jdt.annotation.Nullable;

/**
 * Which page is wanted.
 *
 * @param limit rows at the most, 1 to {@link #MAX_LIMIT}
 * @param cursor {@code next} of the page before, or null for the first
 */
public record PageRequest(int limit, @Nullable String cursor) {

    /** Rows on a page when nothing is said. */
    public static final int DEFAULT_LIMIT = 50;
    /** Rows on a page at the most. */
    public static final int MAX_LIMIT = 1_000;

    public PageRequest {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw Problem.invalid("limit", "must be from 1 to " + MAX_LIMIT + ".").exception();
        }
    }

    /** The first page of the default size. */
    public static PageRequest first() {
        return new PageRequest(DEFAULT_LIMIT, null);
    }
}
