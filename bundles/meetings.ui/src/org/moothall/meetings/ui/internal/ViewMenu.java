package org.moothall.meetings.ui.internal;

import java.util.function.Supplier;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.moothall.meetings.ui.internal.MeetingViews.Only;
import org.moothall.meetings.ui.internal.MeetingViews.View;
import org.moothall.ui.model.Value;
import org.moothall.ui.widgets.ActionButton;
import org.moothall.ui.widgets.Forms;
import org.moothall.ui.widgets.PageHeader;
import org.moothall.ui.widgets.Sheet;
import org.moothall.ui.widgets.TextField;

/** The button at the top that chooses, saves and forgets views. */
final class ViewMenu {
    private final MeetingViews views;
    private final Supplier<String> text;
    private final ActionButton button;

    /** @param text what is looked for now */
    ViewMenu(PageHeader header, MeetingViews views, Supplier<String> text) {
        this.views = views;
        this.text = text;
        button = header.action(ActionButton.Kind.QUIET, Texts.of("view", View.ALL.label()), null, this::open).opensMenu();
        views.chosen().watch(view -> button.text(Texts.of("view", view.label())));
    }

    private void open() {
        Menu menu = new Menu(button);
        for (Only only : Only.values()) {
            item(menu, SWT.RADIO, only.label(), views.chosen().get().equals(new View("", "", only)), () -> views.chosen().set(new View("", "", only)));
        }
        if (!views.saved().isEmpty()) {
            new MenuItem(menu, SWT.SEPARATOR);
            views.saved().forEach(view -> item(menu, SWT.RADIO, view.name(), view.equals(views.chosen().get()), () -> views.chosen().set(view)));
        }
        new MenuItem(menu, SWT.SEPARATOR);
        item(menu, SWT.PUSH, Texts.of("view.save"), false, this::save);
        View chosen = views.chosen().get();
        if (!chosen.name().isEmpty()) {
            item(menu, SWT.PUSH, Texts.of("view.forget", chosen.name()), false, () -> views.forget(chosen));
        }
        menu.addListener(SWT.Hide, e -> menu.getDisplay().asyncExec(menu::dispose));
        menu.setLocation(button.toDisplay(0, button.getSize().y + 4));
        menu.setVisible(true);
    }

    private void save() {
        Value<String> name = new Value<>(views.chosen().get().name());
        Sheet sheet = new Sheet(button, Texts.of("view.save.title"), Forms.WIDTH);
        TextField first = Forms.text(sheet.body(), Texts.of("view.name"), "", Texts.of("view.name.help"), name);
        sheet.button(ActionButton.Kind.NORMAL, Texts.of("cancel"), sheet::close);
        ActionButton save = sheet.button(ActionButton.Kind.PRIMARY, Texts.of("view.save.button"), () -> {
            sheet.close();
            views.save(name.get(), text.get());
        });
        name.watch(typed -> save.setEnabled(!typed.isBlank()));
        sheet.open();
        first.setFocus();
    }

    private static void item(Menu menu, int style, String words, boolean chosen, Runnable action) {
        MenuItem item = new MenuItem(menu, style);
        item.setText(words);
        item.setSelection(chosen);
        item.addListener(SWT.Selection, e -> {
            if (style == SWT.PUSH || item.getSelection()) {
                action.run();
            }
        });
    }
}
