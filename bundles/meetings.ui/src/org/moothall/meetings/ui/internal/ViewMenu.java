package org.moothall.meetings.ui.internal;

import java.util.function.Supplier;
import org.eclipse.swt.widgets.Menu;
import org.moothall.meetings.ui.internal.MeetingViews.Only;
import org.moothall.meetings.ui.internal.MeetingViews.View;
import org.moothall.ui.model.Value;
import org.moothall.ui.widgets.ActionButton;
import org.moothall.ui.widgets.Forms;
import org.moothall.ui.widgets.Menus;
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
        Menus.below(button, this::fill);
    }

    private void fill(Menu menu) {
        for (Only only : Only.values()) {
            Menus.choice(menu, only.label(), views.chosen().get().equals(new View("", "", only)), () -> views.chosen().set(new View("", "", only)));
        }
        if (!views.saved().isEmpty()) {
            Menus.line(menu);
            views.saved().forEach(view -> Menus.choice(menu, view.name(), view.equals(views.chosen().get()), () -> views.chosen().set(view)));
        }
        Menus.line(menu);
        Menus.item(menu, Texts.of("view.save"), this::save);
        View chosen = views.chosen().get();
        if (!chosen.name().isEmpty()) {
            Menus.item(menu, Texts.of("view.forget", chosen.name()), () -> views.forget(chosen));
        }
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
}
