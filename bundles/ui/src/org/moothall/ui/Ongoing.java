package org.moothall.ui;

import org.moothall.ui.model.Subscription;
import org.moothall.ui.model.Value;

/**
 * A strip above every page for as long as something goes on that must not be forgotten, such as a recording, with the button that
 * ends it. Injected. For the UI thread only.
 */
public interface Ongoing {
    /**
     * Shows it until what is returned is closed. There is one at a time: the latest.
     *
     * @param words what goes on; may change meanwhile
     * @param action name of the button
     */
    Subscription show(Value<String> words, String action, Runnable end);
}
