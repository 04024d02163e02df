package org.moothall.ui.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Predicate;
import org.eclipse.jdt.annotation.Nullable;

/**
 * The rows of a live table: kept by id, filtered and sorted. Confined to one thread, in the workbench the UI's. A change of many
 * rows is one call and one redraw.
 */
public final class LiveRows<T> {
    /** What the table shows. */
    public sealed interface State {
        /** Nothing was fetched yet. */
        record Loading() implements State {}

        /** Fetching failed; {@code message} says what happened and what to do. */
        record Failed(String message) implements State {}

        /** The rows are there, maybe none. */
        record Ready() implements State {}
    }

    private final Function<T, String> id;
    private final Map<String, T> all = new LinkedHashMap<>();
    private final CopyOnWriteArrayList<Runnable> watchers = new CopyOnWriteArrayList<>();
    private Predicate<T> filter = row -> true;
    private boolean filtered;
    private int held;
    private boolean waiting;
    private @Nullable Comparator<T> order;
    private @Nullable Predicate<T> foremost;
    private List<T> visible = List.of();
    private State state = new State.Loading();

    /** Rows known by this id. */
    public LiveRows(Function<T, String> id) {
        this.id = id;
    }

    /** The id of a row. */
    public String id(T row) {
        return id.apply(row);
    }

    /** The rows that pass the filter, in order; the list is not changed later. */
    public List<T> visible() {
        return visible;
    }

    /** All rows, those that do not pass the filter too, as they came. */
    public Collection<T> all() {
        return List.copyOf(all.values());
    }

    /** How many there are without the filter. */
    public int total() {
        return all.size();
    }

    /** Whether a filter is set. */
    public boolean filtered() {
        return filtered;
    }

    /** The row of this id, filtered out or not; null when there is none. */
    public @Nullable T get(String rowId) {
        return all.get(rowId);
    }

    /** Loading, failed or ready. */
    public State state() {
        return state;
    }

    /** Nothing is known any more; a read is under way. */
    public void loading() {
        all.clear();
        become(new State.Loading());
    }

    /** The read failed. Rows that are there stay; without rows the table shows the message. */
    public void failed(String message) {
        become(new State.Failed(message));
    }

    /** These are the rows now. */
    public void replaceAll(Collection<? extends T> rows) {
        all.clear();
        rows.forEach(row -> all.put(id.apply(row), row));
        become(new State.Ready());
    }

    /** These rows are new or changed. */
    public void put(Collection<? extends T> rows) {
        rows.forEach(row -> all.put(id.apply(row), row));
        become(new State.Ready());
    }

    /** These rows are gone. */
    public void remove(Collection<String> ids) {
        if (all.keySet().removeAll(ids)) {
            refresh();
        }
    }

    /** Many changes are one: the watchers are told once, after {@code changes}. */
    public void batch(Runnable changes) {
        held++;
        try {
            changes.run();
        } finally {
            held--;
            if (held == 0 && waiting) {
                waiting = false;
                refresh();
            }
        }
    }

    /** Shows only rows that pass; null shows all. */
    public void filter(@Nullable Predicate<T> only) {
        filtered = only != null;
        filter = only == null ? row -> true : only;
        refresh();
    }

    /** Sorts like this; null keeps the order in which rows came. */
    public void sort(@Nullable Comparator<T> by) {
        order = by;
        refresh();
    }

    /** These rows stand before all others, whatever sorts. */
    public void foremost(Predicate<T> which) {
        foremost = which;
        refresh();
    }

    /** Tells {@code watcher} after every change. */
    public Subscription onChange(Runnable watcher) {
        watchers.add(watcher);
        return () -> watchers.remove(watcher);
    }

    private void become(State now) {
        state = now;
        refresh();
    }

    private void refresh() {
        if (held > 0) {
            waiting = true;
            return;
        }
        List<T> rows = new ArrayList<>(all.size());
        all.values().stream().filter(filter).forEach(rows::add);
        Comparator<T> by = order;
        if (by != null) {
            rows.sort(by.thenComparing(id));
        }
        Predicate<T> first = foremost;
        if (first != null) {
            rows.sort(Comparator.comparing((T row) -> !first.test(row)));
        }
        visible = rows;
        watchers.forEach(Runnable::run);
    }
}
