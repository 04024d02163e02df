package org.moothall.workbench.internal;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.graphics.Rectangle;
import org.moothall.client.Client;
import org.moothall.notifications.Notification;
import org.moothall.notifications.Severity;
import org.moothall.ui.Navigation;
import org.moothall.ui.model.Formats;
import org.moothall.ui.model.Icon;
import org.moothall.ui.model.Status;
import org.moothall.ui.model.Tone;
import org.moothall.ui.widgets.ActionButton;
import org.moothall.ui.widgets.Drawn;
import org.moothall.ui.widgets.Look;
import org.moothall.ui.widgets.Pen;
import org.moothall.ui.widgets.TextSize;

/** The top of the window: where am I, find, notifications by severity, me; below it the banner of a lost connection. */
public final class TopBar {
    /** Its height without banners. */
    static final int HEIGHT = 48;

    private final CurrentSession session;
    private final WorkbenchDoor door;
    private final Themes themes;
    private final Navigation navigation;
    private final FindPalette palette;
    private final OperationsModel operations;
    private final OperationsDrawer drawer;

    /** Injected. */
    @Inject
    public TopBar(CurrentSession session, WorkbenchDoor door, Themes themes, Navigation navigation, FindPalette palette, OperationsModel operations,
            OperationsDrawer drawer) {
        this.session = session;
        this.door = door;
        this.themes = themes;
        this.navigation = navigation;
        this.palette = palette;
        this.operations = operations;
        this.drawer = drawer;
    }

    /** Draws it. */
    @PostConstruct
    public void create(Composite parent, IEclipseContext context, OngoingStrip strip) {
        Trim.tight(parent);
        Composite all = Look.style(new Composite(parent, SWT.NONE), Look.CHROME);
        GridLayout rows = new GridLayout(1, false);
        rows.marginWidth = 0;
        rows.marginHeight = 0;
        rows.verticalSpacing = 0;
        all.setLayout(rows);
        Composite bar = Look.style(new Composite(all, SWT.NONE), Look.CHROME);
        GridData full = new GridData(SWT.FILL, SWT.FILL, true, false);
        full.heightHint = HEIGHT + 1;
        bar.setLayoutData(full);
        bar.addListener(SWT.Paint, e -> new Pen(e.gc, Look.of(bar)).hairline(0, HEIGHT, bar.getSize().x));
        GridLayout columns = new GridLayout(6, false);
        columns.marginWidth = 12;
        columns.marginHeight = 0;
        columns.marginBottom = 1;
        columns.horizontalSpacing = 8;
        bar.setLayout(columns);
        brand(bar);
        find(bar);
        work(bar);
        severity(bar, Severity.ERROR, Status.ERROR, "topbar.errors");
        severity(bar, Severity.WARNING, Status.WARNING, "topbar.warnings");
        user(bar);
        LostBanner.create(all, door.pulse());
        strip.create(all);
    }

    private void brand(Composite bar) {
        Drawn brand = new Drawn(bar, Tone.CHROME, 320, HEIGHT, (pen, area) -> {
            pen.icon(Icon.MARK, new Rectangle(4, 0, 18, area.height), Tone.ACCENT, 18);
            int width = pen.text(Texts.of("product"), new Rectangle(30, 0, 200, area.height), Tone.TEXT, TextSize.STRONG, SWT.LEFT);
            pen.fill(new Rectangle(30 + width + 12, 16, 1, area.height - 32), Tone.BORDER);
            pen.text(serverName(), new Rectangle(30 + width + 24, 0, area.width - width - 58, area.height), Tone.MUTED, TextSize.BODY, SWT.LEFT);
        });
        brand.named(Texts.of("topbar.product", serverName()));
        session.client().onChange(client -> redraw(brand));
        brand.setLayoutData(new GridData(SWT.LEFT, SWT.CENTER, false, false));
    }

    private String serverName() {
        return session.client().get().map(client -> client.server().base().getAuthority()).orElse("");
    }

    private void find(Composite bar) {
        Drawn find = new Drawn(bar, Tone.CHROME, 420, 32, (pen, area) -> {
            pen.round(area, Tone.RAISED, 4);
            pen.border(area, Tone.BORDER, 4, 1);
            pen.icon(Icon.SEARCH, new Rectangle(10, 0, 16, area.height), Tone.MUTED, 16);
            int key = pen.text(Texts.of("find.key"), new Rectangle(0, 0, area.width - 10, area.height), Tone.MUTED, TextSize.SMALL, SWT.RIGHT);
            pen.text(Texts.of("find.placeholder"), new Rectangle(34, 0, area.width - key - 56, area.height), Tone.MUTED, TextSize.BODY, SWT.LEFT);
        });
        find.pressed(ACC.ROLE_PUSHBUTTON, Texts.of("find.name"), palette::open);
        GridData data = new GridData(SWT.CENTER, SWT.CENTER, true, false);
        data.widthHint = 420;
        data.heightHint = 32;
        find.setLayoutData(data);
    }

    private void work(Composite bar) {
        ActionButton button = new ActionButton(bar, ActionButton.Kind.QUIET, Texts.of("operations.title"), Icon.OPERATIONS, true, drawer::toggle);
        operations.entries().watch(now -> {
            if (!button.isDisposed()) {
                button.text(operations.running() == 0 ? "" : Formats.count(operations.running()));
            }
        });
    }

    private void severity(Composite bar, Severity severity, Status status, String key) {
        Drawn count = new Drawn(bar, Tone.CHROME, 48, 32, (pen, area) -> {
            pen.status(count(severity) == 0 ? Status.UNKNOWN : status, new Rectangle(8, 0, 10, area.height));
            pen.text(Formats.count(count(severity)), new Rectangle(24, 0, 24, area.height), count(severity) == 0 ? Tone.MUTED : Tone.TEXT, TextSize.STRONG,
                    SWT.LEFT);
        });
        count.pressed(ACC.ROLE_PUSHBUTTON, Texts.of(key), () -> navigation.go("notifications"));
        count.setToolTipText(Texts.of(key));
        door.pulse().watch(pulse -> pulse.ifPresent(p -> p.notifications().watch(n -> redraw(count))));
    }

    private long count(Severity severity) {
        List<Notification> open = door.pulse().get().flatMap(p -> p.notifications().get()).orElse(List.of());
        return open.stream().filter(n -> n.condition().severity() == severity).count();
    }

    private void user(Composite bar) {
        ActionButton button = new ActionButton(bar, ActionButton.Kind.QUIET, Texts.of("account"), Icon.USER, false, () -> {}).opensMenu();
        session.client().watch(client -> {
            if (!button.isDisposed()) {
                button.text(client.map(c -> c.session().user()).orElse(""));
            }
        });
        button.addListener(SWT.MouseUp, e -> menu(button));
        button.addListener(SWT.KeyDown, e -> {
            if (e.character == ' ' || e.keyCode == SWT.CR || e.keyCode == SWT.ARROW_DOWN) {
                menu(button);
            }
        });
    }

    private void menu(ActionButton button) {
        Menu menu = new Menu(button);
        MenuItem who = new MenuItem(menu, SWT.PUSH);
        who.setEnabled(false);
        who.setText(session.client().get().map(TopBar::describe).orElse(""));
        new MenuItem(menu, SWT.SEPARATOR);
        theme(menu, Texts.of("theme.light"), Themes.Mode.LIGHT);
        theme(menu, Texts.of("theme.dark"), Themes.Mode.DARK);
        theme(menu, Texts.of("theme.system"), Themes.Mode.SYSTEM);
        new MenuItem(menu, SWT.SEPARATOR);
        MenuItem out = new MenuItem(menu, SWT.PUSH);
        out.setText(Texts.of("sign-out"));
        out.addListener(SWT.Selection, e -> door.signOut());
        menu.setLocation(button.toDisplay(0, button.getSize().y + 4));
        menu.setVisible(true);
    }

    private static String describe(Client client) {
        return client.session().user() + " · " + switch (client.session().role()) {
            case ADMINISTRATOR -> Texts.of("role.administrator");
            case OPERATOR -> Texts.of("role.operator");
        };
    }

    private void theme(Menu menu, String text, Themes.Mode mode) {
        MenuItem item = new MenuItem(menu, SWT.RADIO);
        item.setText(text);
        item.setSelection(themes.mode() == mode);
        item.addListener(SWT.Selection, e -> {
            if (item.getSelection()) {
                themes.choose(mode);
            }
        });
    }

    private static void redraw(Drawn drawn) {
        if (!drawn.isDisposed()) {
            drawn.redraw();
        }
    }
}
