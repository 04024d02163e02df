package org.moothall.ui.widgets;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.moothall.ui.UserSettings;
import org.moothall.ui.internal.Texts;

/**
 * Windows beside the workbench's own, for second screens: one for each thing that is shown. Size and place are remembered. The page
 * that opens them closes them with itself. For the UI thread only.
 */
public final class DetailsWindow {
    private static final int WIDTH = 720;
    private static final int HEIGHT = 640;

    private final Display display;
    private final String key;
    private final UserSettings settings;
    private final Map<String, Shell> open = new HashMap<>();

    /** Windows that remember their size and place under this key. */
    public DetailsWindow(Display display, String key, UserSettings settings) {
        this.display = display;
        this.key = key + ".window";
        this.settings = settings;
    }

    /** Shows the window of this thing: the one that is there, or a new one that {@code fill} fills; its parent has a fill layout. */
    public void show(String id, String title, Consumer<Composite> fill) {
        @Nullable Shell known = open.get(id);
        if (known != null && !known.isDisposed()) {
            known.setMinimized(false);
            known.forceActive();
            return;
        }
        Shell made = Look.style(new Shell(display, SWT.SHELL_TRIM), Look.SURFACE);
        made.setText(Texts.of("window.title", title));
        made.setLayout(new FillLayout());
        made.setBounds(bounds());
        made.addListener(SWT.Dispose, e -> {
            settings.put(key, text(made.getBounds()));
            open.remove(id);
        });
        fill.accept(made);
        open.put(id, made);
        made.open();
    }

    /** Closes all of them. */
    public void close() {
        List.copyOf(open.values()).forEach(Shell::dispose);
    }

    private Rectangle bounds() {
        Rectangle screen = display.getPrimaryMonitor().getClientArea();
        Rectangle usual = new Rectangle(screen.x + Math.max(0, screen.width - WIDTH) / 2, screen.y + Math.max(0, screen.height - HEIGHT) / 3,
                Math.min(WIDTH, screen.width), Math.min(HEIGHT, screen.height));
        Rectangle kept = settings.find(key).filter(text -> text.matches("-?\\d{1,5}( -?\\d{1,5}){3}")).map(DetailsWindow::read).orElse(usual);
        return kept.intersects(display.getBounds()) ? kept : usual;
    }

    private static Rectangle read(String text) {
        String[] parts = text.split(" ");
        return new Rectangle(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]), Integer.parseInt(parts[3]));
    }

    private static String text(Rectangle at) {
        return at.x + " " + at.y + " " + at.width + " " + at.height;
    }
}
