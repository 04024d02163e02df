package org.moothall.ui;

import org.moothall.ui.model.Value;

/** Goes from page to page, like a browser. Injected. For the UI thread only. */
public interface Navigation {
    /** Opens an address: {@code key} or {@code key/path}. An unknown page leaves everything as it is and says so at the bottom. */
    void go(String address);

    /** One step back, if there is one. */
    void back();

    /** One step forward again, if there is one. */
    void forward();

    /** The address of what is shown; can be copied and opened later. */
    Value<String> address();
}
