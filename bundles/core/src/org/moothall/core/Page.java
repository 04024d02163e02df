package org.moothall.core;

import java.util.List;
import java.util.function.Function;

import org.eclipse.jdt.annotation.Nullable;

/**
 * One page of a list.
 *
 * @param items the rows, in list order
 * @param total how many rows match; exact up to {@link #EXACT_LIMIT}
 * @param totalExact false when {@code total} is only a lower bound
 * @param next opaque cursor of the next page, or null on the last one
 */
public record Page<T>(List<T> items, long total, boolean totalExact, @Nullable String next) {

    /** Totals up to this are exact. */
    public static final int EXACT_LIMIT = 10_000;

    public Page {
        items = List.copyOf(items);
    }

    /** All of a short list on one page. */
    public static <T> Page<T> all(List<T> items) {
        return new Page<>(items, items.size(), true, null);
    }

    /**
     * A page of a long list.
     *
     * @param counted how many rows match; whoever counts may stop after {@link #EXACT_LIMIT} + 1
     */
    public static <T> Page<T> of(List<T> items, long counted, @Nullable String next) {
        return new Page<>(items, Math.min(counted, EXACT_LIMIT), counted <= EXACT_LIMIT, next);
    }

    /** The same page with other rows. */
    public <R> Page<R> map(Function<? super T, ? extends R> each) {
        List<R> mapped = new java.util.ArrayList<>(items.size());
        items.forEach(item -> mapped.add(each.apply(item)));
        return new Page<>(mapped, total, totalExact, next);
    }
}
