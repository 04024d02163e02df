package org.moothall.ui;

import java.util.function.IntConsumer;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.moothall.ui.model.Subscription;

/**
 * A number beside a page's name in the navigation column: how much waits there. Register it as an OSGi service (whiteboard).
 */
public interface PageBadge {
    /** Key of the page. */
    String page();

    /** Permission without which it is not shown. */
    String permission();

    /**
     * Begins to tell. Called on the UI thread after sign-in; what it returns is closed at sign-out.
     *
     * @param context gives what is injected into pages, among it the signed-in client
     * @param shows takes the number, 0 for nothing to show; to be called on the UI thread
     */
    Subscription follow(IEclipseContext context, IntConsumer shows);
}
