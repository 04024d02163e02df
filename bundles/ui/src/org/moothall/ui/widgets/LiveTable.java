package org.moothall.ui.widgets;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.ScrollBar;
import org.moothall.ui.UserSettings;
import org.moothall.ui.model.Cell;
import org.moothall.ui.model.Column;
import org.moothall.ui.model.LiveRows;
import org.moothall.ui.model.Subscription;
import org.moothall.ui.model.Value;

/**
 * A table whose rows live: updates happen in place, keep selection and scrolling, and never move the row under the pointer. Only what
 * is seen is drawn, so 10,000 rows are as quick as ten. Columns are sorted, resized, reordered and chosen by the user, and remembered.
 */
public final class LiveTable<T> {
    /** Height of the headings. */
    public static final int HEADER = 32;

    private final Canvas canvas;
    private final LiveRows<T> rows;
    private final ColumnSet<T> columns;
    private final ChangeMarks<T> marks = new ChangeMarks<>();
    private final EmptyState empty;
    private final TableInput<T> input;
    private final Value<List<T>> selection = new Value<>(List.of());
    private List<T> shown = List.of();
    private Map<String, Integer> places = Map.of();
    private Set<String> selected = Set.of();
    private Set<String> busy = Set.of();
    private int scrolled;
    private EmptyState.Words whenEmpty = EmptyState.Words.of("Nothing here yet", "");
    private Runnable retry = () -> { };
    private Runnable clearFilter = () -> { };
    private Consumer<T> open = row -> { };
    private @Nullable BiConsumer<Menu, List<T>> menu;

    /** A table of these rows; the arrangement is remembered under {@code key}. {@code name} is read aloud. */
    public LiveTable(Composite parent, String key, String name, LiveRows<T> rows, List<Column<T>> columns, UserSettings settings) {
        this.rows = rows;
        this.columns = new ColumnSet<>(key, columns, settings);
        canvas = new Canvas(parent, SWT.DOUBLE_BUFFERED | SWT.V_SCROLL | SWT.H_SCROLL | SWT.NO_REDRAW_RESIZE);
        empty = new EmptyState(canvas);
        input = new TableInput<>(this, canvas);
        TablePaint<T> paint = new TablePaint<>(this, canvas);
        canvas.setData("org.moothall.name", name);
        canvas.setData(LiveTable.class.getName(), this);
        canvas.addListener(SWT.Paint, e -> paint.paint(e.gc, input));
        canvas.addListener(SWT.Resize, e -> resized());
        TableAccess.install(canvas, name, this);
        bar(canvas.getVerticalBar()).addListener(SWT.Selection, e -> scrollTo(bar(canvas.getVerticalBar()).getSelection()));
        bar(canvas.getHorizontalBar()).addListener(SWT.Selection, e -> canvas.redraw());
        Subscription watching = rows.onChange(this::update);
        canvas.addListener(SWT.Dispose, e -> watching.close());
        rows.sort(this.columns.order());
        update();
    }

    /** The control, to be laid out. */
    public Control control() {
        return canvas;
    }

    /** What it says and offers when there are no rows at all. */
    public LiveTable<T> whenEmpty(EmptyState.Words words) {
        whenEmpty = words;
        update();
        return this;
    }

    /** What the button does when reading failed, and when the filter lets nothing through. */
    public LiveTable<T> remedies(Runnable readAgain, Runnable showAll) {
        retry = readAgain;
        clearFilter = showAll;
        return this;
    }

    /** What a double click or Enter does with a row. */
    public LiveTable<T> onOpen(Consumer<T> opens) {
        open = opens;
        return this;
    }

    /** Fills the context menu for the selected rows. */
    public LiveTable<T> onMenu(BiConsumer<Menu, List<T>> fills) {
        menu = fills;
        return this;
    }

    /** Sorts like this until the user chooses. */
    public LiveTable<T> sortedBy(String columnKey, boolean descending) {
        columns.sortInitially(columnKey, descending);
        rows.sort(columns.order());
        return this;
    }

    /** Redraws each second while it is seen, for clocks. */
    public LiveTable<T> ticking() {
        Runnable[] tick = new Runnable[1];
        tick[0] = () -> {
            if (!canvas.isDisposed()) {
                if (canvas.isVisible()) {
                    canvas.redraw();
                }
                canvas.getDisplay().timerExec(1_000, tick[0]);
            }
        };
        tick[0].run();
        return this;
    }

    /** The selected rows in list order; follows their updates. */
    public Value<List<T>> selection() {
        return selection;
    }

    /** Selects the rows of these ids; those that are not there are ignored. */
    public void select(Collection<String> ids) {
        selected = Set.copyOf(ids);
        publishSelection();
        canvas.redraw();
    }

    /** Selects the row of this id and scrolls to it. */
    public void reveal(String id) {
        select(Set.of(id));
        @Nullable Integer place = places.get(id);
        if (place != null) {
            input.focus(place);
            show(place);
        }
    }

    /** Shows on these rows that something is under way with them. */
    public void busy(Set<String> ids) {
        busy = Set.copyOf(ids);
        canvas.redraw();
    }

    /** Whether something is under way with this row. */
    boolean isBusy(String id) {
        return busy.contains(id);
    }

    /** Whether this row is selected. */
    boolean isSelected(String id) {
        return selected.contains(id);
    }

    /** Ids of the selected rows. */
    Set<String> selectedIds() {
        return selected;
    }

    /** The rows as they are shown, in order. */
    public List<T> shown() {
        return shown;
    }

    /** The id of a row. */
    String id(T row) {
        return rows.id(row);
    }

    /** The texts of a shown row, for tests and screen readers. */
    public List<String> texts(int index) {
        return layout().stream().map(place -> place.column().cell().apply(shown.get(index))).map(LiveTable::spoken).toList();
    }

    /** How many pixels are scrolled away above. */
    public int scrolled() {
        return scrolled;
    }

    /** Where a shown row lies in the control. */
    public Rectangle bounds(int index) {
        return new Rectangle(0, HEADER + index * Look.ROW - scrolled, canvas.getClientArea().width, Look.ROW);
    }

    /** The shown row at this height in the control, or -1. */
    public int rowAt(int y) {
        int index = y < HEADER ? -1 : (y - HEADER + scrolled) / Look.ROW;
        return index < shown.size() ? index : -1;
    }

    /** Scrolls just far enough to show this row. */
    public void show(int index) {
        int top = index * Look.ROW;
        if (top < scrolled) {
            scrollTo(top);
        } else if (top + Look.ROW > scrolled + viewport()) {
            scrollTo(top + Look.ROW - viewport());
        }
    }

    /** Scrolls so that this many pixels are away above. */
    public void scrollTo(int pixels) {
        scrolled = Math.max(0, Math.min(pixels, shown.size() * Look.ROW - viewport()));
        bar(canvas.getVerticalBar()).setSelection(scrolled);
        canvas.redraw();
    }

    /** The columns as the user arranged them. */
    ColumnSet<T> columns() {
        return columns;
    }

    /** Where the columns lie now. */
    List<ColumnSet.Place<T>> layout() {
        ScrollBar horizontal = bar(canvas.getHorizontalBar());
        int left = horizontal.isVisible() ? horizontal.getSelection() : 0;
        List<ColumnSet.Place<T>> laid = columns.layout(canvas.getClientArea().width);
        return left == 0 ? laid : laid.stream().map(p -> new ColumnSet.Place<>(p.column(), p.x() - left, p.width())).toList();
    }

    /** Whether this value changed within the last second. */
    boolean marked(String id, Column<T> column) {
        return marks.marked(id, column, now());
    }

    /** Sorts by this column, or turns the order round. */
    void sort(Column<T> column) {
        if (column.order() != null) {
            columns.sort(column);
            rows.sort(columns.order());
        }
    }

    /** Something about the columns changed. */
    void arranged() {
        resized();
    }

    /** Opens this row as a double click does. */
    void open(T row) {
        open.accept(row);
    }

    /** The filler of the context menu, or null. */
    @Nullable BiConsumer<Menu, List<T>> menu() {
        return menu;
    }

    private void update() {
        if (canvas.isDisposed()) {
            return;
        }
        int anchor = rowAt(input.pointerY());
        String held = anchor < 0 ? "" : rows.id(shown.get(anchor));
        shown = rows.visible();
        index();
        if (marks.update(byId(), columns.all(), now())) {
            canvas.getDisplay().timerExec(ChangeMarks.MILLIS + 20, this::unmark);
        }
        @Nullable Integer place = places.get(held);
        if (place != null && place != anchor) {
            scrolled += (place - anchor) * Look.ROW;
        }
        publishSelection();
        resized();
    }

    private void index() {
        Map<String, Integer> now = new HashMap<>();
        for (int i = 0; i < shown.size(); i++) {
            now.put(rows.id(shown.get(i)), i);
        }
        places = now;
        input.focusIs(places);
    }

    private Map<String, T> byId() {
        Map<String, T> map = new LinkedHashMap<>();
        shown.forEach(row -> map.put(rows.id(row), row));
        return map;
    }

    private void unmark() {
        marks.expire(now());
        if (!canvas.isDisposed()) {
            canvas.redraw();
        }
    }

    private void publishSelection() {
        selection.set(shown.stream().filter(row -> selected.contains(rows.id(row))).toList());
    }

    private void resized() {
        Rectangle area = canvas.getClientArea();
        ScrollBar vertical = bar(canvas.getVerticalBar());
        int height = shown.size() * Look.ROW;
        vertical.setVisible(height > viewport());
        vertical.setValues(Math.max(0, Math.min(scrolled, height)), 0, Math.max(1, height), Math.max(1, Math.min(viewport(), height)), Look.ROW,
                Math.max(Look.ROW, viewport()));
        ScrollBar horizontal = bar(canvas.getHorizontalBar());
        int wide = columns.minimum();
        horizontal.setVisible(wide > area.width);
        horizontal.setValues(horizontal.getSelection(), 0, wide, Math.max(1, Math.min(area.width, wide)), 40, Math.max(1, area.width));
        scrollTo(scrolled);
        showEmpty(area);
    }

    private void showEmpty(Rectangle area) {
        EmptyState.Words words = words();
        empty.setVisible(words != null);
        if (words != null) {
            empty.show(words);
            Point size = empty.computeSize(Math.min(480, area.width), SWT.DEFAULT);
            empty.setBounds((area.width - size.x) / 2, HEADER + Math.max(0, (viewport() - size.y) / 3), size.x, size.y);
        }
    }

    private EmptyState.@Nullable Words words() {
        if (!shown.isEmpty()) {
            return null;
        }
        return switch (rows.state()) {
            case LiveRows.State.Loading loading -> null;
            case LiveRows.State.Failed failed -> new EmptyState.Words("This could not be read", failed.message(), "Try again", retry);
            case LiveRows.State.Ready ready -> rows.filtered() && rows.total() > 0
                    ? new EmptyState.Words("Nothing matches", "None of " + rows.total() + " matches the filter.", "Clear filter", clearFilter) : whenEmpty;
        };
    }

    /** Whether nothing was read yet. */
    boolean loading() {
        return shown.isEmpty() && rows.state() instanceof LiveRows.State.Loading;
    }

    private int viewport() {
        return Math.max(0, canvas.getClientArea().height - HEADER);
    }

    private static long now() {
        return System.nanoTime() / 1_000_000;
    }

    private static String spoken(Cell cell) {
        return cell.text().isEmpty() ? Objects.requireNonNullElse(cell.hint(), "") : cell.text();
    }

    private static ScrollBar bar(@Nullable ScrollBar bar) {
        return Objects.requireNonNull(bar);
    }
}
