package org.moothall.ui;

/**
 * How a page registers itself: a {@code PartDescriptor} in a {@code fragment.e4xmi} with the tag {@link #TAG}. The navigation
 * column, Ctrl+1..9 and the find palette show it; nothing else is needed, and a partner's plug-in does exactly the same.
 *
 * <pre>{@code
 * <fragments xsi:type="fragment:StringModelFragment" featurename="descriptors" parentElementId="org.moothall.workbench.application">
 *   <elements xsi:type="basic:PartDescriptor" elementId="org.moothall.meetings.part.meetings" label="Meetings"
 *       iconURI="platform:/plugin/org.moothall.meetings.ui/icons/meetings.svg"
 *       contributionURI="bundleclass://org.moothall.meetings.ui/org.moothall.meetings.ui.internal.MeetingsPart">
 *     <tags>org.moothall.page</tags>
 *     <persistedState key="page.key" value="meetings"/>
 *     <persistedState key="page.order" value="20"/>
 *     <persistedState key="page.permission" value="meetings.read"/>
 *   </elements>
 * </fragments>
 * }</pre>
 *
 * The part is an ordinary e4 part: {@code @PostConstruct void create(Composite parent, PageSite site, ...)}, {@code @Focus}. It is
 * created when it is first shown and kept until sign-out. Besides what e4 injects it may ask for {@link PageSite}, {@link Navigation},
 * {@link Notices}, {@link UiThread}, {@link UserSettings} and the signed-in client. Icons are SVG, 20 × 20, lines of 1.5 in
 * {@code currentColor}; the column draws them in the theme's colours.
 */
public final class Pages {
    /** Tag that makes a part descriptor a page. */
    public static final String TAG = "org.moothall.page";
    /** Persisted state: first segment of the page's addresses, lower-case; required. */
    public static final String KEY = "page.key";
    /** Persisted state: place in the navigation column, low numbers first; 1000 when missing. Ours: 10, 20, 30 … */
    public static final String ORDER = "page.order";
    /** Persisted state: permission without which the page is not offered; none when missing. */
    public static final String PERMISSION = "page.permission";

    /**
     * Persisted state: {@code no} keeps the page out of the navigation column; it is reached by links and by the find palette.
     * In the column when missing.
     */
    public static final String IN_COLUMN = "page.in-column";

    private Pages() {}
}
