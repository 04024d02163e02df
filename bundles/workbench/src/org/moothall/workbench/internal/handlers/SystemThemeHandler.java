package org.moothall.workbench.internal.handlers;

import org.eclipse.e4.core.di.annotations.Execute;
import org.moothall.workbench.internal.Themes;

/** Follows the theme of the desktop. */
public final class SystemThemeHandler {
    /** Does it. */
    @Execute
    public void execute(Themes themes) {
        themes.choose(Themes.Mode.SYSTEM);
    }
}
