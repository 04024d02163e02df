package org.moothall.ui;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.eclipse.e4.core.contexts.IEclipseContext;

/**
 * Finds things for the palette (Ctrl+K). Register it as an OSGi service (whiteboard). Pages and commands are found without one.
 */
public interface Finder {
    /** Heading of the results, one word: {@code Meetings}. */
    String title();

    /** Place among the others: low numbers first. */
    int order();

    /**
     * Those that match, best first. Called on the UI thread for each typed letter after a short pause; must not block.
     * A failure shows nothing for this heading.
     *
     * @param text trimmed, not empty
     * @param context gives what is injected into pages, among it the signed-in client
     */
    CompletableFuture<List<Found>> find(String text, int limit, IEclipseContext context);

    /**
     * One result.
     *
     * @param title what it is called
     * @param detail where or what it is, in muted text; may be empty
     * @param address what opens it, see {@link Navigation#go}
     */
    record Found(String title, String detail, String address) {}
}
