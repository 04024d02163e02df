package org.moothall.meetings.ui.internal;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.moothall.ui.widgets.Look;

/** The layouts of details: strips below each other. */
final class Grids {
    private static final int EDGE = 16;

    private Grids() {}

    /** Strips below each other, without distance. */
    static GridLayout column() {
        GridLayout layout = new GridLayout(1, false);
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        layout.verticalSpacing = 0;
        return layout;
    }

    /** A strip of so many things beside each other. */
    static Composite strip(Composite parent, int columns) {
        Composite strip = Look.style(new Composite(parent, SWT.NONE), Look.SURFACE);
        GridLayout layout = new GridLayout(columns, false);
        layout.marginWidth = EDGE;
        layout.marginHeight = 4;
        layout.horizontalSpacing = 8;
        strip.setLayout(layout);
        strip.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        return strip;
    }
}
