package org.moothall.ui.widgets;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.jdt.annotation.Nullable;
import org.moothall.ui.PageSite;
import org.moothall.ui.model.LiveRows;

/**
 * Keeps a list, the details beside it and the page's address together: the one row that is selected is shown and named by the
 * address; closed details select nothing. For the UI thread only.
 *
 * @param <T> the rows
 */
public final class ListAndDetails<T> {
    private final LiveTable<T> list;
    private final LiveRows<T> rows;

    /**
     * Begins to keep them together.
     *
     * @param rows that the list shows; their ids become addresses
     * @param shows puts a row into the details
     */
    public ListAndDetails(DetailsPane side, LiveTable<T> list, LiveRows<T> rows, PageSite site, Consumer<T> shows) {
        this.list = list;
        this.rows = rows;
        list.selection().onChange(chosen -> {
            if (chosen.size() == 1) {
                shows.accept(chosen.getFirst());
                side.open().set(true);
                site.replace(rows.id(chosen.getFirst()));
            }
        });
        side.open().onChange(open -> {
            if (!open) {
                list.select(List.of());
                site.replace("");
            }
        });
    }

    /** Selects the row of this id unless it is selected; nothing while there is none. */
    public Optional<T> reveal(String id) {
        @Nullable T row = rows.get(id);
        if (row != null && list.selection().get().stream().noneMatch(one -> rows.id(one).equals(id))) {
            list.reveal(id);
        }
        return Optional.ofNullable(row);
    }

    /** The rows that are selected. */
    public List<T> selected() {
        return list.selection().get();
    }

    /** Gives the list the focus. */
    public void focus() {
        list.control().setFocus();
    }
}
