package org.moothall.notifications.internal;

import java.util.List;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.Page;
import org.moothall.core.PageRequest;
import org.moothall.core.Problem;

/** Pages of a list in memory; the cursor is the position. */
final class Pages {

    private Pages() {}

    static <T> Page<T> of(List<T> all, PageRequest wanted) {
        int from = Math.min(position(wanted.cursor()), all.size());
        int to = Math.min(from + wanted.limit(), all.size());
        return new Page<>(all.subList(from, to), all.size(), true, to < all.size() ? Integer.toString(to) : null);
    }

    private static int position(@Nullable String cursor) {
        if (cursor == null) {
            return 0;
        }
        if (!cursor.matches("[0-9]{1,9}")) {
            throw Problem.invalid("cursor", "must be what the page before gave as next.").exception();
        }
        return Integer.parseInt(cursor);
    }
}
