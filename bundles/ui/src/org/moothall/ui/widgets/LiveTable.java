package org.moothall.ui.widgets;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Menu;
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
    private final TableScroll scroll;
    private final TableWords words;
    private final TableInput<T> input;
    private final ShownRows<T> shown;
    private Set<String> busy = Set.of();
    private Consumer<T> open = row -> {};
    private @Nullable BiConsumer<Menu, List<T>> menu;
    private @Nullable BiConsumer<String, Boolean> sorter;
    private BiPredicate<String, T> press = (column, row) -> false;

    /** A table of these rows; the arrangement is remembered under {@code key}. {@code name} is read aloud. */
    public LiveTable(Composite parent, String key, String name, LiveRows<T> rows, List<Column<T>> columns, UserSettings settings) {
        this.rows = rows;
        shown = new ShownRows<>(rows);
        this.columns = new ColumnSet<>(key, columns, settings);
        canvas = new Canvas(parent, SWT.DOUBLE_BUFFERED | SWT.V_SCROLL | SWT.H_SCROLL | SWT.NO_REDRAW_RESIZE);
        Look.style(canvas, Look.SURFACE);
        scroll = new TableScroll(canvas);
        words = new TableWords(canvas);
        input = new TableInput<>(this, canvas);
        TablePaint<T> paint = new TablePaint<>(this, canvas);
        canvas.setData("org.moothall.name", name);
        canvas.setData(LiveTable.class.getName(), this);
        canvas.addListener(SWT.Paint, e -> paint.paint(e.gc, input));
        canvas.addListener(SWT.Resize, e -> arranged());
        TableAccess.install(canvas, name, this);
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
    public LiveTable<T> whenEmpty(EmptyState.Words says) {
        words.whenEmpty(says);
        update();
        return this;
    }

    /** What the button does when reading failed, and when the filter lets nothing through. */
    public LiveTable<T> remedies(Runnable readAgain, Runnable showAll) {
        words.remedies(readAgain, showAll);
        return this;
    }

    /** What a double click or Enter does with a row. */
    public LiveTable<T> onOpen(Consumer<T> opens) {
        open = opens;
        return this;
    }

    /** What a click on a cell does, by the key of its column; false for selecting the row as elsewhere. */
    public LiveTable<T> onPress(BiPredicate<String, T> presses) {
        press = presses;
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

    /**
     * Tells which column sorts, now and whenever the user chooses another: for lists that are read page by page, in the server's
     * order. The second argument is true when the order is turned round.
     */
    public LiveTable<T> onSort(BiConsumer<String, Boolean> sorts) {
        sorter = sorts;
        sorts.accept(columns.sortKey(), columns.descending());
        return this;
    }

    /** Redraws each second while it is seen, for clocks. */
    public LiveTable<T> ticking() {
        Ticking.redraw(canvas, () -> true);
        return this;
    }

    /** The selected rows in list order; follows their updates. */
    public Value<List<T>> selection() {
        return shown.selection();
    }

    /** Selects the rows of these ids; those that are not there are ignored. */
    public void select(Collection<String> ids) {
        shown.select(ids);
        canvas.redraw();
    }

    /** Selects the row of this id and scrolls to it. */
    public void reveal(String id) {
        select(Set.of(id));
        int place = shown.place(id);
        if (place >= 0) {
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

    /** Ids of the selected rows. */
    Set<String> selectedIds() {
        return shown.selected();
    }

    /** The rows as they are shown, in order. */
    public List<T> shown() {
        return shown.all();
    }

    /** The id of a row. */
    String id(T row) {
        return rows.id(row);
    }

    /** The texts of a shown row, for tests and screen readers. */
    public List<String> texts(int index) {
        return layout().stream().map(place -> place.column().cell().apply(shown().get(index))).map(Cell::spoken).toList();
    }

    /** How many pixels are scrolled away above. */
    public int scrolled() {
        return scroll.above();
    }

    /** Where a shown row lies in the control. */
    public Rectangle bounds(int index) {
        return scroll.bounds(index);
    }

    /** The shown row at this height in the control, or -1. */
    public int rowAt(int y) {
        return scroll.rowAt(y);
    }

    /** Scrolls just far enough to show this row. */
    public void show(int index) {
        scroll.show(index);
    }

    /** Scrolls so that this many pixels are away above. */
    public void scrollTo(int pixels) {
        scroll.to(pixels);
    }

    /** Lets the user choose columns, at the pointer. */
    public void chooseColumns() {
        TableMenus.columns(this, canvas);
    }

    /** The columns as the user arranged them. */
    ColumnSet<T> columns() {
        return columns;
    }

    /** Where the columns lie now. */
    List<ColumnSet.Place<T>> layout() {
        int left = scroll.left();
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
            scroll.to(0);
            rows.sort(columns.order());
            BiConsumer<String, Boolean> told = sorter;
            if (told != null) {
                told.accept(columns.sortKey(), columns.descending());
            }
        }
    }

    /** Something about the columns, the rows or the size changed. */
    void arranged() {
        scroll.fit(shown().size(), columns.minimum());
        words.show(rows);
    }

    /** Presses the cell of this row; whether that did something. */
    boolean press(Column<T> column, T row) {
        return press.test(column.key(), row);
    }

    /** Opens this row as a double click does. */
    void open(T row) {
        open.accept(row);
    }

    /** The filler of the context menu, or null. */
    @Nullable
    BiConsumer<Menu, List<T>> menu() {
        return menu;
    }

    private void update() {
        if (canvas.isDisposed()) {
            return;
        }
        int anchor = anchor();
        String held = anchor < 0 ? "" : rows.id(shown().get(anchor));
        shown.update();
        input.focusIs(shown.places());
        if (marks.update(shown.byId(), columns.all(), now())) {
            canvas.getDisplay().timerExec(ChangeMarks.MILLIS + 20, this::unmark);
        }
        int place = shown.place(held);
        if (place >= 0) {
            scroll.follow(anchor, place);
        }
        shown.publish();
        arranged();
    }

    /** The row that must not move on the screen: the one under the pointer, or the first one seen of a list that was scrolled. */
    private int anchor() {
        int hovered = scroll.rowAt(input.pointerY());
        return hovered >= 0 || scroll.above() == 0 ? hovered : scroll.rowAt(HEADER);
    }

    private void unmark() {
        marks.expire(now());
        if (!canvas.isDisposed()) {
            canvas.redraw();
        }
    }

    /** Whether nothing was read yet. */
    boolean loading() {
        return shown().isEmpty() && rows.state() instanceof LiveRows.State.Loading;
    }

    private static long now() {
        return System.nanoTime() / 1_000_000;
    }
}
