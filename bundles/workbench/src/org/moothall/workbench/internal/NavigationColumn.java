package org.moothall.workbench.internal;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.moothall.ui.UserSettings;
import org.moothall.ui.model.Icon;
import org.moothall.ui.model.Tone;
import org.moothall.ui.widgets.Drawn;
import org.moothall.ui.widgets.Look;
import org.moothall.ui.widgets.Pen;
import org.moothall.ui.widgets.TextSize;

/** The column of pages at the left: icon and word, or icons alone. */
public final class NavigationColumn {
    private static final String KEY = "navigation.collapsed";
    private static final int WIDE = 192;
    private static final int NARROW = 56;
    private static final int ENTRY = 40;
    private static final int BADGE = 18;

    private final CurrentSession session;
    private final PageArea pages;
    private final UserSettings settings;
    private final IEclipseContext context;
    private @Nullable PageBadges badges;
    private boolean collapsed;

    /** Injected. */
    @Inject
    public NavigationColumn(CurrentSession session, PageArea pages, UserSettings settings, MApplication application) {
        this.session = session;
        this.pages = pages;
        this.settings = settings;
        context = application.getContext();
        collapsed = settings.find(KEY).isPresent();
    }

    /** Draws it. */
    @PostConstruct
    public void create(Composite parent) {
        Trim.tight(parent);
        Column column = new Column(parent);
        PageBadges counted = new PageBadges(context, session, () -> {
            if (!column.isDisposed()) {
                redraw(column);
            }
        });
        badges = counted;
        column.addListener(SWT.Dispose, e -> counted.close());
        session.client().watch(client -> {
            if (client.isPresent()) {
                counted.begin();
            } else {
                counted.close();
            }
            fill(column);
        });
        pages.page().onChange(page -> {
            if (!column.isDisposed()) {
                redraw(column);
            }
        });
    }

    private void fill(Column column) {
        if (column.isDisposed()) {
            return;
        }
        for (Control child : column.getChildren()) {
            child.dispose();
        }
        List<PageEntry> entries = pages.column();
        entries.forEach(entry -> entry(column, entry, entries.indexOf(entry) + 1));
        Composite gap = Look.style(new Composite(column, SWT.NONE), Look.CHROME);
        GridData rest = new GridData(SWT.FILL, SWT.FILL, true, true);
        rest.heightHint = 0;
        rest.widthHint = 0;
        gap.setLayoutData(rest);
        collapse(column);
        column.getShell().layout(true, true);
    }

    private void entry(Column column, PageEntry entry, int place) {
        Drawn[] self = new Drawn[1];
        Drawn drawn = new Drawn(column, Tone.CHROME, width(), ENTRY, (pen, area) -> draw(pen, area, entry, self[0].hovered()));
        self[0] = drawn;
        drawn.pressed(ACC.ROLE_LINK, entry.label(), () -> pages.goToPlace(place));
        drawn.setToolTipText(place < 10 ? Texts.of("navigation.entry", entry.label(), place) : entry.label());
        drawn.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, false));
    }

    private void draw(Pen pen, Rectangle area, PageEntry entry, boolean hovered) {
        boolean chosen = entry.key().equals(pages.page().get());
        Rectangle body = new Rectangle(8, 2, area.width - 16, area.height - 4);
        if (chosen || hovered) {
            pen.round(body, chosen ? Tone.SELECTION : Tone.HOVER, 4);
        }
        if (chosen) {
            pen.round(new Rectangle(8, 10, 3, area.height - 20), Tone.ACCENT, 1);
        }
        pen.icon(entry.icon(), new Rectangle(18, 0, 20, area.height), chosen ? Tone.ACCENT : Tone.MUTED, 20);
        int waiting = waiting(entry);
        if (waiting > 0) {
            badge(pen, area, waiting);
        }
        if (!collapsed) {
            pen.text(entry.label(), new Rectangle(50, 0, area.width - 62, area.height), chosen ? Tone.TEXT : Tone.MUTED,
                    chosen ? TextSize.STRONG : TextSize.BODY, SWT.LEFT);
        }
    }

    private int waiting(PageEntry entry) {
        PageBadges known = badges;
        return known == null ? 0 : known.of(entry.key());
    }

    private void badge(Pen pen, Rectangle area, int waiting) {
        String text = waiting > 99 ? Texts.of("navigation.beyond") : Integer.toString(waiting);
        int width = Math.max(BADGE, pen.width(text, TextSize.SMALL) + 10);
        Rectangle place = collapsed ? new Rectangle(area.width - width - 4, 2, width, BADGE)
                : new Rectangle(area.width - width - 18, (area.height - BADGE) / 2, width, BADGE);
        pen.round(place, Tone.WARNING, BADGE / 2);
        pen.text(text, place, Tone.SURFACE, TextSize.SMALL, SWT.CENTER);
    }

    private void collapse(Column column) {
        Drawn[] self = new Drawn[1];
        Drawn drawn = new Drawn(column, Tone.CHROME, width(), ENTRY, (pen, area) -> {
            if (self[0].hovered()) {
                pen.round(new Rectangle(8, 2, area.width - 16, area.height - 4), Tone.HOVER, 4);
            }
            pen.icon(collapsed ? Icon.EXPAND : Icon.COLLAPSE, new Rectangle(18, 0, 20, area.height), Tone.MUTED, 20);
            if (!collapsed) {
                pen.text(Texts.of("navigation.collapse"), new Rectangle(50, 0, area.width - 62, area.height), Tone.MUTED, TextSize.BODY, SWT.LEFT);
            }
        });
        self[0] = drawn;
        drawn.pressed(ACC.ROLE_PUSHBUTTON, Texts.of("navigation.collapse.name"), () -> {
            collapsed = !collapsed;
            settings.put(KEY, collapsed ? "yes" : "");
            fill(column);
        });
        drawn.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, false));
    }

    private int width() {
        return collapsed ? NARROW : WIDE;
    }

    private static void redraw(Composite column) {
        for (Control child : column.getChildren()) {
            child.redraw();
        }
    }

    private final class Column extends Composite {
        Column(Composite parent) {
            super(parent, SWT.DOUBLE_BUFFERED);
            Look.style(this, Look.CHROME);
            GridLayout layout = new GridLayout(1, false);
            layout.marginWidth = 0;
            layout.marginHeight = 8;
            layout.marginRight = 1;
            layout.verticalSpacing = 0;
            setLayout(layout);
            addListener(SWT.Paint, e -> {
                Pen pen = new Pen(e.gc, Look.of(this));
                pen.fill(getClientArea(), Tone.CHROME);
                pen.fill(new Rectangle(getSize().x - 1, 0, 1, getSize().y), Tone.HAIRLINE);
            });
        }

        @Override
        public Point computeSize(int widthHint, int heightHint, boolean changed) {
            Point size = super.computeSize(widthHint, heightHint, changed);
            return new Point(width(), size.y);
        }
    }
}
