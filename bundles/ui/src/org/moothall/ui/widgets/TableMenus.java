package org.moothall.ui.widgets;

import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.moothall.ui.internal.Texts;
import org.moothall.ui.model.Column;

/** The menus of a live table. */
final class TableMenus {
    private TableMenus() {}

    /** Chooses columns. */
    static <T> void columns(LiveTable<T> table, Control over) {
        popUp(over, menu -> {
            for (Column<T> column : table.columns().all()) {
                MenuItem item = new MenuItem(menu, SWT.CHECK);
                item.setText(column.hint());
                item.setSelection(table.columns().shows(column));
                item.addListener(SWT.Selection, e -> {
                    table.columns().show(column, item.getSelection());
                    table.arranged();
                });
            }
            new MenuItem(menu, SWT.SEPARATOR);
            MenuItem reset = new MenuItem(menu, SWT.PUSH);
            reset.setText(Texts.of("table.reset-columns"));
            reset.addListener(SWT.Selection, e -> {
                table.columns().reset();
                table.arranged();
            });
        });
    }

    /** Shows a menu at the pointer; it is gone after use. */
    static void popUp(Control over, Consumer<Menu> fills) {
        Menu menu = new Menu(over);
        fills.accept(menu);
        menu.addListener(SWT.Hide, e -> menu.getDisplay().asyncExec(menu::dispose));
        menu.setVisible(true);
    }
}
