package org.moothall.ui.widgets;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.MenuItem;
import org.moothall.ui.internal.Texts;
import org.moothall.ui.model.Column;

/** The menus of a live table. */
final class TableMenus {
    private TableMenus() {}

    /** Chooses columns. */
    static <T> void columns(LiveTable<T> table, Control over) {
        Menus.atPointer(over, menu -> {
            for (Column<T> column : table.columns().all()) {
                MenuItem item = new MenuItem(menu, SWT.CHECK);
                item.setText(column.hint());
                item.setSelection(table.columns().shows(column));
                item.addListener(SWT.Selection, e -> {
                    table.columns().show(column, item.getSelection());
                    table.arranged();
                });
            }
            Menus.line(menu);
            Menus.item(menu, Texts.of("table.reset-columns"), () -> {
                table.columns().reset();
                table.arranged();
            });
        });
    }
}
