package org.moothall.workbench.internal;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.moothall.ui.Navigation;
import org.moothall.ui.OverviewTile;
import org.moothall.ui.model.Tone;
import org.moothall.ui.widgets.Drawn;
import org.moothall.ui.widgets.Look;
import org.moothall.ui.widgets.PageHeader;
import org.moothall.ui.widgets.TextSize;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;

/** The first page after sign-in: tiles, ours and those of plug-ins. */
public final class OverviewPart {
    private final IEclipseContext context;
    private final CurrentSession session;
    private final Navigation navigation;
    private @Nullable ServiceTracker<OverviewTile, OverviewTile> tracker;
    private @Nullable Composite tiles;

    /** Injected. */
    @Inject
    public OverviewPart(IEclipseContext context, CurrentSession session, Navigation navigation) {
        this.context = context;
        this.session = session;
        this.navigation = navigation;
    }

    /** Builds it. */
    @PostConstruct
    public void create(Composite parent) {
        Composite page = PageHeader.page(parent);
        new PageHeader(page, Texts.of("overview.title"));
        ScrolledComposite scroll = Look.style(new ScrolledComposite(page, SWT.V_SCROLL), Look.SURFACE);
        scroll.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        scroll.setExpandHorizontal(true);
        scroll.setExpandVertical(true);
        Composite body = Look.style(new Composite(scroll, SWT.NONE), Look.SURFACE);
        body.setLayout(new TileLayout());
        scroll.setContent(body);
        scroll.addListener(SWT.Resize, e -> fit(scroll, body));
        body.addListener(SWT.Resize, e -> fit(scroll, body));
        tiles = body;
        track(page.getDisplay(), scroll, body);
    }

    /** The first tile. */
    @Focus
    public void focus() {
        Composite body = tiles;
        if (body != null && !body.isDisposed()) {
            body.setFocus();
        }
    }

    /** Ends the listening for tiles. */
    @PreDestroy
    public void close() {
        ServiceTracker<OverviewTile, OverviewTile> open = tracker;
        if (open != null) {
            open.close();
        }
    }

    private void track(Display display, ScrolledComposite scroll, Composite body) {
        BundleContext bundle = FrameworkUtil.getBundle(OverviewPart.class).getBundleContext();
        Runnable refill = () -> display.asyncExec(() -> fill(scroll, body));
        ServiceTracker<OverviewTile, OverviewTile> made = new ServiceTracker<>(bundle, OverviewTile.class, null) {
            @Override
            public OverviewTile addingService(@Nullable ServiceReference<OverviewTile> reference) {
                refill.run();
                return bundle.getService(reference);
            }

            @Override
            public void removedService(@Nullable ServiceReference<OverviewTile> reference, @Nullable OverviewTile service) {
                refill.run();
                bundle.ungetService(reference);
            }
        };
        tracker = made;
        made.open();
        fill(scroll, body);
    }

    private void fill(ScrolledComposite scroll, Composite body) {
        ServiceTracker<OverviewTile, OverviewTile> open = tracker;
        if (body.isDisposed() || open == null) {
            return;
        }
        List<OverviewTile> wanted = new ArrayList<>(open.getTracked().values());
        wanted.removeIf(tile -> !allowed(tile));
        wanted.sort(Comparator.comparingInt(OverviewTile::order).thenComparing(OverviewTile::title));
        if (wanted.equals(body.getData())) {
            return;
        }
        body.setData(wanted);
        for (Control child : body.getChildren()) {
            child.dispose();
        }
        wanted.forEach(tile -> tile(body, tile));
        body.layout(true, true);
        fit(scroll, body);
    }

    private boolean allowed(OverviewTile tile) {
        @Nullable String permission = tile.permission();
        return permission == null || session.may(permission);
    }

    private void tile(Composite body, OverviewTile tile) {
        Composite frame = Look.style(new Composite(body, SWT.NONE), Look.SURFACE);
        frame.setLayoutData(new TileLayout.Columns(tile.columns()));
        GridLayout layout = new GridLayout(1, false);
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        layout.verticalSpacing = 8;
        frame.setLayout(layout);
        Drawn[] self = new Drawn[1];
        Drawn heading = new Drawn(frame, Tone.SURFACE, 200, 32, (pen, area) -> {
            boolean link = tile.address() != null && self[0].hovered();
            pen.text(tile.title(), new Rectangle(0, 0, area.width, area.height - 1), link ? Tone.ACCENT : Tone.TEXT, TextSize.STRONG, SWT.LEFT);
            pen.hairline(0, area.height - 1, area.width);
        });
        self[0] = heading;
        @Nullable String address = tile.address();
        if (address != null) {
            heading.pressed(ACC.ROLE_LINK, tile.title(), () -> navigation.go(address));
        } else {
            heading.named(tile.title());
        }
        heading.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, false));
        Composite content = Look.style(new Composite(frame, SWT.NONE), Look.SURFACE);
        content.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        tile.create(content, context);
    }

    private static void fit(ScrolledComposite scroll, Composite body) {
        int width = scroll.getClientArea().width;
        int height = body.computeSize(width, SWT.DEFAULT).y;
        if (scroll.getMinHeight() != height) {
            scroll.setMinSize(0, height);
        }
    }
}
