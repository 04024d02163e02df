package org.moothall.workbench.internal.handlers;

import org.eclipse.e4.core.di.annotations.Execute;
import org.moothall.workbench.internal.Themes;

/** Chooses the light theme. */
public final class LightThemeHandler {
    /** Does it. */
    @Execute
    public void execute(Themes themes) {
        themes.choose(Themes.Mode.LIGHT);
    }
}
