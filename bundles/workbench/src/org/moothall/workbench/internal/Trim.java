package org.moothall.workbench.internal;

import org.eclipse.e4.ui.workbench.renderers.swt.TrimBarLayout;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.moothall.ui.widgets.Look;

/** Removes the margins that the platform puts around trim, so that our bars touch the window's edges and each other. */
final class Trim {
    private Trim() {}

    /** Makes the trim bar that holds this tool control tight. */
    static void tight(Composite toolControl) {
        for (Composite each = toolControl; each != null; each = each.getParent()) {
            if (each.getLayout() instanceof FillLayout fill) {
                fill.marginWidth = 0;
                fill.marginHeight = 0;
            }
            if (each.getLayout() instanceof TrimBarLayout layout) {
                layout.marginLeft = 0;
                layout.marginRight = 0;
                layout.marginTop = 0;
                layout.marginBottom = 0;
                layout.wrapSpacing = 0;
                Look.style(each, Look.CHROME);
                return;
            }
        }
    }
}
