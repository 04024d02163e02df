package org.moothall.ui.widgets;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.moothall.ui.model.LiveRows;
import org.moothall.ui.model.Value;

/** The rows that a live table shows, where each of them stands, and which are selected. Free of SWT. */
final class ShownRows<T> {
    private final LiveRows<T> rows;
    private final Value<List<T>> selection = new Value<>(List.of());
    private List<T> all = List.of();
    private Map<String, Integer> places = Map.of();
    private Set<String> selected = Set.of();

    ShownRows(LiveRows<T> rows) {
        this.rows = rows;
    }

    /** Takes what the rows are now. */
    void update() {
        all = rows.visible();
        Map<String, Integer> now = new HashMap<>();
        for (int i = 0; i < all.size(); i++) {
            now.put(rows.id(all.get(i)), i);
        }
        places = now;
    }

    /** The rows in order. */
    List<T> all() {
        return all;
    }

    /** Where each row stands, by its id. */
    Map<String, Integer> places() {
        return places;
    }

    /** Where the row of this id stands, or -1. */
    int place(String id) {
        return Objects.requireNonNullElse(places.get(id), -1);
    }

    /** The rows by id. */
    Map<String, T> byId() {
        Map<String, T> map = new LinkedHashMap<>();
        all.forEach(row -> map.put(rows.id(row), row));
        return map;
    }

    /** The selected rows in order. */
    Value<List<T>> selection() {
        return selection;
    }

    /** Ids of the selected rows, shown or not. */
    Set<String> selected() {
        return selected;
    }

    /** Selects the rows of these ids. */
    void select(Collection<String> ids) {
        selected = Set.copyOf(ids);
        publish();
    }

    /** Tells which rows are selected now. */
    void publish() {
        selection.set(selected.isEmpty() ? List.of() : all.stream().filter(row -> selected.contains(rows.id(row))).toList());
    }
}
