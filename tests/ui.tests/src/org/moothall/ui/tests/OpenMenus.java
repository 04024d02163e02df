package org.moothall.ui.tests;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.moothall.ui.widgets.LiveTable;
import org.moothall.ui.widgets.Menus;

/** Chooses entries of menus that are open over the workbench's controls. */
@NonNullByDefault({})
final class OpenMenus {
    private final RunningWorkbench workbench;

    OpenMenus(RunningWorkbench workbench) {
        this.workbench = workbench;
    }

    /** Presses the button of this name and chooses what is called so, from menu to menu. */
    void choose(String button, String... path) {
        workbench.press(button);
        choosing(button, () -> workbench.control(button), path);
    }

    /** Shows a column of the table of this name, or hides it, by the menu of its headings. */
    void column(String table, String name) {
        detect(table, SWT.MENU_MOUSE, LiveTable.HEADER / 2);
        choosing(table, () -> workbench.table(table).control(), name);
    }

    /** Opens the context menu of the table of this name, as the menu key does, and chooses from it. */
    void context(String table, String... path) {
        detect(table, SWT.MENU_KEYBOARD, LiveTable.HEADER * 2);
        choosing(table, () -> workbench.table(table).control(), path);
    }

    private void detect(String table, int detail, int y) {
        Control control = workbench.table(table).control();
        workbench.on(() -> {
            Point place = control.toDisplay(40, y);
            Event event = new Event();
            event.detail = detail;
            event.x = place.x;
            event.y = place.y;
            control.notifyListeners(SWT.MenuDetect, event);
            return true;
        });
    }

    private void choosing(String what, Supplier<Control> over, String... path) {
        workbench.await("the menu of " + what, () -> workbench.on(() -> menu(over.get()).isPresent()));
        workbench.on(() -> {
            Menu root = menu(over.get()).orElseThrow();
            Menu inner = root;
            for (int i = 0; i < path.length - 1; i++) {
                inner = item(inner, path[i]).getMenu();
            }
            MenuItem chosen = item(inner, path[path.length - 1]);
            root.setVisible(false);
            if ((chosen.getStyle() & SWT.RADIO) != 0) {
                Arrays.stream(inner.getItems()).forEach(each -> each.setSelection(each.equals(chosen)));
            }
            if ((chosen.getStyle() & SWT.CHECK) != 0) {
                chosen.setSelection(!chosen.getSelection());
            }
            chosen.notifyListeners(SWT.Selection, new Event());
            return true;
        });
    }

    private static Optional<Menu> menu(Control over) {
        return Optional.ofNullable(over.getData(Menus.OPEN)).map(Menu.class::cast).filter(menu -> !menu.isDisposed());
    }

    private static MenuItem item(Menu menu, String text) {
        return Arrays.stream(menu.getItems()).filter(item -> item.getText().startsWith(text)).findFirst()
                .orElseThrow(() -> new AssertionError(text + " is not among " + Arrays.stream(menu.getItems()).map(MenuItem::getText).toList()));
    }
}
