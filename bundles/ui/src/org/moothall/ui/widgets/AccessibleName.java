package org.moothall.ui.widgets;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.widgets.Control;

/** Names a control for those who hear the screen. */
final class AccessibleName {
    private AccessibleName() {}

    /** Reads this name aloud for the control. */
    public static void set(Control control, String name) {
        control.setData("org.moothall.name", name);
        control.getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            @NonNullByDefault({})
            public void getName(AccessibleEvent e) {
                e.result = name;
            }
        });
    }
}
