package org.moothall.ui;

import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.widgets.Composite;

/**
 * A tile of the Overview. Register it as an OSGi service (whiteboard); it appears and goes with the service.
 * {@link #create} is called on the UI thread after sign-in, once per session.
 */
public interface OverviewTile {
    /** Heading, two or three words. */
    String title();

    /** Place: low numbers first. Ours: 10, 20, 30 … */
    int order();

    /** How many of the twelve columns it takes at full width: 3, 4, 6, 8 or 12. */
    int columns();

    /** Permission without which it is not shown, or null. */
    @Nullable
    String permission();

    /** Address that its heading opens, or null. */
    @Nullable
    String address();

    /**
     * Fills the tile. {@code parent} has no layout yet and is disposed of with the tile.
     *
     * @param context gives what is injected into pages: the signed-in client, {@link Navigation}, {@link Notices}, {@link UiThread}
     */
    void create(Composite parent, IEclipseContext context);
}
