package org.moothall.ui.widgets;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.widgets.Control;

/** Names a control for those who hear the screen. */
final class AccessibleName {
    private static final String KEY = "org.moothall.name";

    private AccessibleName() {}

    /** Reads this name aloud for the control; another one later takes its place. */
    public static void set(Control control, String name) {
        boolean known = control.getData(KEY) != null;
        control.setData(KEY, name);
        if (known) {
            return;
        }
        control.getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            @NonNullByDefault({})
            public void getName(AccessibleEvent e) {
                e.result = (String) control.getData(KEY);
            }
        });
    }
}
