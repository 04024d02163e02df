package org.moothall.ui.widgets;

import java.util.function.Consumer;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;

/** Menus that open over the page and are gone after use. For the UI thread only. */
public final class Menus {
    /** Under this key a control knows its menu while that is open. */
    public static final String OPEN = "org.moothall.menu";

    private static final int GAP = 4;

    private Menus() {}

    /** Shows a menu at the pointer. */
    public static void atPointer(Control over, Consumer<Menu> fills) {
        open(over, fills, null);
    }

    /** Shows a menu below a button. */
    public static void below(Control button, Consumer<Menu> fills) {
        open(button, fills, button.toDisplay(0, button.getSize().y + GAP));
    }

    /** Adds an entry that does something. */
    public static MenuItem item(Menu menu, String text, Runnable action) {
        MenuItem item = new MenuItem(menu, SWT.PUSH);
        item.setText(text);
        item.addListener(SWT.Selection, e -> action.run());
        return item;
    }

    /** Adds an entry of which one is chosen. */
    public static void choice(Menu menu, String text, boolean chosen, Runnable action) {
        MenuItem item = new MenuItem(menu, SWT.RADIO);
        item.setText(text);
        item.setSelection(chosen);
        item.addListener(SWT.Selection, e -> {
            if (item.getSelection()) {
                action.run();
            }
        });
    }

    /** Adds a line between entries. */
    public static void line(Menu menu) {
        new MenuItem(menu, SWT.SEPARATOR);
    }

    /** Adds an entry that opens a menu of its own. */
    public static Menu sub(Menu menu, String text) {
        MenuItem item = new MenuItem(menu, SWT.CASCADE);
        item.setText(text);
        Menu inner = new Menu(menu);
        item.setMenu(inner);
        return inner;
    }

    private static void open(Control over, Consumer<Menu> fills, @Nullable Point place) {
        Menu menu = new Menu(over);
        fills.accept(menu);
        menu.addListener(SWT.Hide, e -> menu.getDisplay().asyncExec(() -> dispose(over, menu)));
        if (place != null) {
            menu.setLocation(place);
        }
        over.setData(OPEN, menu);
        menu.setVisible(true);
    }

    private static void dispose(Control over, Menu menu) {
        menu.dispose();
        if (!over.isDisposed() && menu.equals(over.getData(OPEN))) {
            over.setData(OPEN, null);
        }
    }
}
