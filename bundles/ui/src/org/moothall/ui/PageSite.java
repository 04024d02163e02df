package org.moothall.ui;

import org.moothall.ui.model.Value;

/**
 * Where a page stands in its workbench; injected into page parts. For the UI thread only.
 *
 * <p>The path is what follows the page's key in its address: {@code meetings/active/42} opens the page {@code meetings} with the path
 * {@code active/42}. Back, forward, links and copied addresses change it; the page observes it and shows what it names. When the
 * user selects something, the page calls {@link #moveTo}.
 */
public interface PageSite {
    /** Key of the page. */
    String key();

    /** The path, empty for the page as such; changes by navigation and by {@link #moveTo}. */
    Value<String> path();

    /** The user went to something else on this page: a new step for Back. */
    void moveTo(String path);

    /** The page refined where it is (a tab, a filter) without making a step for Back. */
    void replace(String path);

    /** True while the page is the one shown; pages stop their clocks when it is not. */
    Value<Boolean> shown();
}
