package org.moothall.client.internal;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.PageRequest;

/** Query parameters of a path; empty ones are left out. */
final class Query {

    private final StringBuilder text = new StringBuilder();

    Query with(String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            text.append(text.isEmpty() ? '?' : '&').append(name).append('=').append(Wire.segment(value));
        }
        return this;
    }

    Query with(PageRequest page) {
        return with("limit", Integer.toString(page.limit())).with("cursor", page.cursor());
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
