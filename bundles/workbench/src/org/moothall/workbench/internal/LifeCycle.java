package org.moothall.workbench.internal;

import jakarta.annotation.PreDestroy;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.e4.ui.workbench.lifecycle.PostContextCreate;
import org.eclipse.e4.ui.workbench.lifecycle.ProcessAdditions;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.widgets.Display;
import org.moothall.client.Clients;
import org.moothall.core.Executors;
import org.moothall.ui.Navigation;
import org.moothall.ui.Notices;
import org.moothall.ui.Ongoing;
import org.moothall.ui.UiThread;
import org.moothall.ui.UserSettings;

/** Sets the workbench up before its window is drawn: arguments, settings, theme, and what pages may have injected. */
public final class LifeCycle {
    private @Nullable ExecutorService writer;

    /** Before the application model is loaded. */
    @PostContextCreate
    public void start(IEclipseContext context, IApplicationContext application, Executors executors) {
        LaunchOptions options = LaunchOptions.parse(arguments(application));
        Display display = Objects.requireNonNull(Display.getCurrent());
        ExecutorService one = executors.serial("workbench-settings", 1_000);
        writer = one;
        Path folder = options.settings().orElseGet(
                () -> SettingsFile.defaultFolder(System.getenv(), System.getProperty("os.name", ""), Path.of(System.getProperty("user.home", "."))));
        SettingsFile settings = new SettingsFile(folder, one);
        Themes themes = new Themes(context, settings, display, options);
        context.set("cssTheme", themes.start());
        context.set(LaunchOptions.class, options);
        context.set(UserSettings.class, settings);
        context.set(Themes.class, themes);
        context.set(UiThread.class, new DisplayThread(display));
        context.set(CurrentSession.class, new CurrentSession());
    }

    /** After the model is there, with what plug-ins add to it. */
    @ProcessAdditions
    public void assemble(IEclipseContext context, MApplication application, EModelService models, CurrentSession session, UserSettings settings,
            UiThread ui, Clients clients, Clock clock) {
        OperationsModel operations = new OperationsModel(ui, clock);
        Toasts toasts = new Toasts(application, ui, operations);
        OperationsDrawer drawer = new OperationsDrawer(application, operations);
        PageArea pages = new PageArea(application, models, session, toasts);
        WorkbenchDoor door = new WorkbenchDoor(application, pages, session, operations, drawer, clock, ui);
        OngoingStrip strip = new OngoingStrip();
        context.set(Ongoing.class, strip);
        context.set(OngoingStrip.class, strip);
        context.set(Notices.class, toasts);
        context.set(Toasts.class, toasts);
        context.set(OperationsModel.class, operations);
        context.set(OperationsDrawer.class, drawer);
        context.set(PageArea.class, pages);
        context.set(Navigation.class, pages);
        context.set(WorkbenchDoor.class, door);
        context.set(FindPalette.class, new FindPalette(context, application, pages));
        context.set(SignInModel.class, new SignInModel(clients, settings, ui, new AskAgain(ui), door::enter));
    }

    /** Ends what {@link #start} began. */
    @PreDestroy
    public void stop() {
        ExecutorService one = writer;
        if (one != null) {
            one.shutdown();
        }
    }

    private static String[] arguments(IApplicationContext application) {
        return application.getArguments().get(IApplicationContext.APPLICATION_ARGS) instanceof String[] given ? given : new String[0];
    }
}
