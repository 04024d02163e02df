package org.moothall.workbench.internal;

import java.util.Locale;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.moothall.ui.UserSettings;
import org.moothall.ui.widgets.Look;

/** Light, dark, or what the desktop uses. For the UI thread only. */
public final class Themes {
    /** What the user may choose. */
    public enum Mode { LIGHT, DARK, SYSTEM }

    private static final String KEY = "workbench.theme";

    private final IEclipseContext context;
    private final UserSettings settings;
    private final Display display;
    private Mode mode;

    Themes(IEclipseContext context, UserSettings settings, Display display, LaunchOptions options) {
        this.context = context;
        this.settings = settings;
        this.display = display;
        mode = options.theme().or(() -> settings.find(KEY)).map(Themes::parse).orElse(Mode.SYSTEM);
        display.addListener(SWT.Settings, e -> {
            if (mode == Mode.SYSTEM) {
                apply();
            }
        });
    }

    /** What is chosen. */
    public Mode mode() {
        return mode;
    }

    /** Chooses, shows and remembers it. */
    public void choose(Mode chosen) {
        mode = chosen;
        settings.put(KEY, chosen.name().toLowerCase(Locale.ROOT));
        apply();
    }

    /** The CSS theme to start with; sets the colours for what is made from now on. */
    String start() {
        boolean dark = dark();
        display.setDarkThemePreferred(dark);
        Look.of(display).dark(dark);
        return id(dark);
    }

    private void apply() {
        boolean dark = dark();
        if (dark == Look.of(display).dark()) {
            return;
        }
        @Nullable IThemeEngine engine = context.get(IThemeEngine.class);
        if (engine != null) {
            engine.setTheme(start(), false);
            for (Shell shell : display.getShells()) {
                engine.applyStyles(shell, true);
            }
            Look.of(display).repaint();
        }
    }

    private boolean dark() {
        return switch (mode) {
            case LIGHT -> false;
            case DARK -> true;
            case SYSTEM -> Display.isSystemDarkTheme();
        };
    }

    private static String id(boolean dark) {
        return dark ? "org.moothall.ui.theme.dark" : "org.moothall.ui.theme.light";
    }

    private static Mode parse(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "light" -> Mode.LIGHT;
            case "dark" -> Mode.DARK;
            default -> Mode.SYSTEM;
        };
    }
}
