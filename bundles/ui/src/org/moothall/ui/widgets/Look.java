package org.moothall.ui.widgets;

import java.util.EnumMap;
import java.util.Map;
import org.eclipse.e4.ui.css.swt.dom.WidgetElement;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.FontData;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Widget;
import org.moothall.ui.model.Icon;
import org.moothall.ui.model.Tone;

/**
 * Colours, fonts and icons of a display in its present theme. Ask anew on every paint: the theme may have changed. Everything it
 * gives belongs to it and is not to be disposed of.
 */
public final class Look {
    /** The grid: distances are multiples of this many pixels. */
    public static final int GRID = 4;
    /** Height of a table row. */
    public static final int ROW = 32;
    /** Height of fields and buttons. */
    public static final int CONTROL = 32;
    /** Distance of a page's content from its edges. */
    public static final int MARGIN = 24;
    /** Size of icons. */
    public static final int ICON = 20;

    /** CSS class: behind pages. */
    public static final String SURFACE = "surface";
    /** CSS class: top bar and navigation column. */
    public static final String CHROME = "chrome";
    /** CSS class: fields and pop-ups. */
    public static final String RAISED = "raised";
    /** CSS class: a line between things (one pixel high or wide). */
    public static final String HAIRLINE = "hairline";
    /** CSS class: large text. */
    public static final String TITLE = "title";
    /** CSS class: strong text. */
    public static final String STRONG = "strong";
    /** CSS class: text that matters less. */
    public static final String MUTED = "muted";
    /** CSS class: small text that matters less. */
    public static final String SMALL_MUTED = "small-muted";
    /** CSS class: text that tells a mistake. */
    public static final String ERROR = "error";

    private static final String KEY = Look.class.getName();

    private final Display display;
    private final Map<TextSize, Font> fonts = new EnumMap<>(TextSize.class);
    private final Map<Tone, Color> colors = new EnumMap<>(Tone.class);
    private final IconImages icons;
    private Palette palette = Palette.of(false);
    private boolean dark;
    private boolean stale;

    private Look(Display display) {
        this.display = display;
        icons = new IconImages(display);
        display.disposeExec(this::dispose);
    }

    /** The look of the display on which this widget is. */
    public static Look of(Widget widget) {
        return of(widget.getDisplay());
    }

    /** The look of this display. */
    public static Look of(Display display) {
        if (display.getData(KEY) instanceof Look known) {
            return known;
        }
        Look look = new Look(display);
        display.setData(KEY, look);
        return look;
    }

    /** Gives a control the look of a CSS class (or several, by spaces), now and whenever the theme changes. */
    public static <C extends Control> C style(C control, String cssClasses) {
        WidgetElement.setCSSClass(control, cssClasses);
        WidgetElement.applyStyles(control, false);
        return control;
    }

    /** Gives a control the look of its parent: for what is drawn on whatever lies behind it. */
    public static <C extends Control> C styleAsParent(C control) {
        @Nullable String behind = WidgetElement.getCSSClass(control.getParent());
        return style(control, behind == null || behind.isBlank() ? SURFACE : behind);
    }

    /** Whether the dark theme is on. */
    public boolean dark() {
        return dark;
    }

    /** Turns to the other colours; who calls this applies the CSS and repaints afterwards. */
    public void dark(boolean on) {
        dark = on;
        palette = Palette.of(on);
        colors.clear();
        icons.clear();
    }

    /** Whether what is shown is out of date: the connection is lost. Pages draw it weaker then. */
    public boolean stale() {
        return stale;
    }

    /** Tells whether what is shown is out of date; who calls this repaints afterwards. */
    public void stale(boolean on) {
        stale = on;
    }

    /** Repaints all windows: the colours or {@link #stale()} have changed. */
    public void repaint() {
        for (Shell shell : display.getShells()) {
            repaint(shell);
        }
    }

    private static void repaint(Composite parent) {
        for (Control child : parent.getChildren()) {
            child.redraw();
            if (child instanceof Composite inner) {
                repaint(inner);
            }
        }
    }

    /** The value of a tone. */
    public Color color(Tone tone) {
        return colors.computeIfAbsent(tone, t -> new Color(palette.rgb(t)));
    }

    /** The font of a text size. */
    public Font font(TextSize size) {
        return fonts.computeIfAbsent(size, this::create);
    }

    /** An icon in a tone, 20 × 20, crisp at every zoom. */
    public Image icon(Icon icon, Tone tone) {
        return icon(icon, tone, ICON);
    }

    /** An icon in a tone and size. */
    public Image icon(Icon icon, Tone tone, int size) {
        return icons.get(icon, palette.rgb(tone), size);
    }

    private Font create(TextSize size) {
        FontData[] data = display.getSystemFont().getFontData();
        for (FontData each : data) {
            each.setHeight(switch (size) {
                case SMALL -> Math.max(7, each.getHeight() - 1);
                case BODY, STRONG -> each.getHeight();
                case TITLE -> each.getHeight() + 5;
            });
            each.setStyle(size == TextSize.STRONG || size == TextSize.TITLE ? SWT.BOLD : SWT.NORMAL);
        }
        return new Font(display, data);
    }

    private void dispose() {
        fonts.values().forEach(Font::dispose);
        icons.clear();
    }
}
