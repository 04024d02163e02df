package org.moothall.ui.widgets;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.moothall.ui.internal.Texts;
import org.moothall.ui.model.Icon;
import org.moothall.ui.model.Tone;
import org.moothall.ui.model.Value;

/** The top of a page: its name, its parts as tabs with their counts, a field to filter with, and what can be done. 56 pixels high. */
public final class PageHeader extends Composite {
    /** Its height. */
    public static final int HEIGHT = 56;

    /** A tab. @param close what its cross does, or null for a tab that stays */
    private record Tab(String key, String label, @Nullable Runnable close) {}

    private static final int CLOSABLE = 150;
    private static final int CROSS = 20;

    private final String title;
    private final Canvas names;
    private final List<Tab> tabs = new ArrayList<>();
    private final Set<String> hidden = new HashSet<>();
    private final Map<String, String> counts = new LinkedHashMap<>();
    private final Map<String, Rectangle> places = new LinkedHashMap<>();
    private final Value<String> tab = new Value<>("");
    private @Nullable TextField filter;
    private String hovered = "";

    /** A page: its header, then what fills it, below each other without distance. */
    public static Composite page(Composite parent) {
        Composite page = Look.style(new Composite(parent, SWT.NONE), Look.SURFACE);
        GridLayout layout = new GridLayout(1, false);
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        layout.verticalSpacing = 0;
        page.setLayout(layout);
        return page;
    }

    /** The header of a page of this name, on what {@link #page} gave. */
    public PageHeader(Composite parent, String title) {
        super(parent, SWT.DOUBLE_BUFFERED);
        this.title = title;
        Look.style(this, Look.SURFACE);
        GridLayout layout = new GridLayout(1, false);
        layout.marginWidth = Look.MARGIN;
        layout.marginHeight = 0;
        layout.marginBottom = 1;
        layout.horizontalSpacing = 8;
        setLayout(layout);
        setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, false));
        addListener(SWT.Paint, e -> new Pen(e.gc, Look.of(this)).hairline(0, getSize().y - 1, getSize().x));
        names = Look.style(new Canvas(this, SWT.DOUBLE_BUFFERED), Look.SURFACE);
        GridData wide = new GridData(SWT.FILL, SWT.FILL, true, true);
        wide.heightHint = HEIGHT - 1;
        names.setLayoutData(wide);
        names.addListener(SWT.Paint, this::paint);
        names.addListener(SWT.MouseDown, this::press);
        names.addListener(SWT.MouseMove, e -> hover(at(e.x)));
        names.addListener(SWT.MouseExit, e -> hover(""));
        names.addListener(SWT.KeyDown, this::key);
        names.addListener(SWT.FocusIn, e -> names.redraw());
        names.addListener(SWT.FocusOut, e -> names.redraw());
        AccessibleName.set(names, Texts.of("page.name", title));
        tab.onChange(chosen -> names.redraw());
    }

    /** Adds a tab; the first one is chosen. */
    public PageHeader tab(String key, String label) {
        return add(new Tab(key, label, null));
    }

    /** Adds a tab that can be closed; {@code close} runs after it was. */
    public PageHeader closable(String key, String label, Runnable close) {
        return add(new Tab(key, label, close));
    }

    /** Shows a tab, or hides it while there is nothing under it. */
    public void shown(String key, boolean on) {
        if (on ? hidden.remove(key) : hidden.add(key)) {
            names.redraw();
        }
    }

    private List<Tab> shown() {
        return tabs.stream().filter(each -> !hidden.contains(each.key)).toList();
    }

    /** Gives a tab another label. */
    public void rename(String key, String label) {
        tabs.replaceAll(known -> known.key.equals(key) ? new Tab(key, label, known.close) : known);
        names.redraw();
    }

    private PageHeader add(Tab added) {
        tabs.add(added);
        if (tab.get().isEmpty()) {
            tab.set(added.key);
        }
        names.redraw();
        return this;
    }

    /** Closes a tab; the first one is chosen when it was this one. */
    public void close(String key) {
        for (Tab each : List.copyOf(tabs)) {
            Runnable closed = each.close;
            if (each.key.equals(key) && closed != null) {
                tabs.remove(each);
                if (tab.get().equals(key)) {
                    tab.set(tabs.getFirst().key);
                }
                closed.run();
                names.redraw();
            }
        }
    }

    /** The chosen tab; setting it chooses. */
    public Value<String> tab() {
        return tab;
    }

    /** How many are under this tab; empty for not known. */
    public void count(String key, String count) {
        if (!count.equals(counts.put(key, count))) {
            names.redraw();
        }
    }

    /** The filter field, made at the first call; its value is what was typed. */
    public TextField filter(String placeholder) {
        TextField known = filter;
        if (known == null) {
            known = TextField.search(this, placeholder);
            GridData data = new GridData(SWT.FILL, SWT.CENTER, false, true);
            data.widthHint = 240;
            place(known, data);
            filter = known;
        }
        return known;
    }

    /** Adds a button at the right. */
    public ActionButton action(ActionButton.Kind kind, String text, @Nullable Icon icon, Runnable action) {
        ActionButton button = new ActionButton(this, kind, text, icon, false, action);
        place(button, new GridData(SWT.RIGHT, SWT.CENTER, false, true));
        return button;
    }

    /** Adds a button of an icon at the right. */
    public ActionButton action(Icon icon, String name, Runnable action) {
        ActionButton button = ActionButton.icon(this, icon, name, action);
        place(button, new GridData(SWT.RIGHT, SWT.CENTER, false, true));
        return button;
    }

    @Override
    public Point computeSize(int widthHint, int heightHint, boolean changed) {
        Point size = super.computeSize(widthHint, heightHint, changed);
        return new Point(size.x, HEIGHT);
    }

    private void place(Control control, GridData data) {
        control.setLayoutData(data);
        ((GridLayout) Objects.requireNonNull(getLayout())).numColumns = getChildren().length;
        requestLayout();
    }

    private void paint(Event e) {
        Look look = Look.of(this);
        Pen pen = new Pen(e.gc, look);
        Rectangle area = names.getClientArea();
        pen.fill(area, Tone.SURFACE);
        int x = pen.text(title, area, Tone.TEXT, TextSize.TITLE, SWT.LEFT) + 32;
        places.clear();
        for (Tab each : shown()) {
            x = paintTab(pen, each, x, area);
        }
    }

    private int paintTab(Pen pen, Tab each, int x, Rectangle area) {
        boolean chosen = each.key.equals(tab.get());
        String count = Objects.requireNonNullElse(counts.get(each.key), "");
        Tone ink = chosen || each.key.equals(hovered) ? Tone.TEXT : Tone.MUTED;
        TextSize size = chosen ? TextSize.STRONG : TextSize.BODY;
        int most = each.close == null ? area.width - x : Math.min(CLOSABLE, area.width - x - CROSS);
        int label = pen.text(each.label, new Rectangle(x, 2, Math.max(0, most), area.height), ink, size, SWT.LEFT);
        int width = label;
        if (!count.isEmpty()) {
            width += 6 + pen.text(count, new Rectangle(x + label + 6, 2, Math.max(0, area.width - x - label - 6), area.height), Tone.MUTED,
                    TextSize.BODY, SWT.LEFT);
        }
        if (each.close != null) {
            pen.icon(Icon.CLOSE, new Rectangle(x + label + 8, 2, 12, area.height), ink, 12);
            width += CROSS;
        }
        if (chosen) {
            pen.fill(new Rectangle(x, area.height - 3, width, 3), Tone.ACCENT);
            if (names.isFocusControl()) {
                pen.border(new Rectangle(x - 8, 14, width + 16, area.height - 24), Tone.ACCENT, 4, 2);
            }
        }
        places.put(each.key, new Rectangle(x - 12, 0, width + 24, area.height));
        return x + width + 24;
    }

    private String at(int x) {
        return places.entrySet().stream().filter(place -> place.getValue().contains(x, 1)).map(Map.Entry::getKey).findFirst().orElse("");
    }

    private void press(Event e) {
        String key = at(e.x);
        @Nullable Rectangle place = places.get(key);
        boolean closable = tabs.stream().anyMatch(known -> known.key.equals(key) && known.close != null);
        if (place != null && closable && e.x > place.x + place.width - CROSS - 8 || e.button == 2) {
            close(key);
        } else {
            choose(key);
        }
    }

    private void choose(String key) {
        if (!key.isEmpty()) {
            tab.set(key);
        }
    }

    private void hover(String key) {
        if (!key.equals(hovered)) {
            hovered = key;
            names.setCursor(key.isEmpty() ? null : getDisplay().getSystemCursor(SWT.CURSOR_HAND));
            names.redraw();
        }
    }

    private void key(Event e) {
        if (e.keyCode == SWT.DEL) {
            close(tab.get());
            return;
        }
        if (e.keyCode == SWT.HOME && !tabs.isEmpty()) {
            tab.set(tabs.getFirst().key);
            return;
        }
        int step = e.keyCode == SWT.ARROW_RIGHT ? 1 : e.keyCode == SWT.ARROW_LEFT ? -1 : 0;
        if (step == 0 || tabs.isEmpty()) {
            return;
        }
        List<String> keys = shown().stream().map(Tab::key).toList();
        tab.set(keys.get(Math.floorMod(keys.indexOf(tab.get()) + step, keys.size())));
    }
}
