package org.moothall.ui.tests;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.e4.core.commands.ECommandService;
import org.eclipse.e4.core.commands.EHandlerService;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.e4.ui.internal.workbench.swt.E4Application;
import org.eclipse.e4.ui.model.application.ui.basic.MWindow;
import org.eclipse.equinox.app.IApplicationContext;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.moothall.testkit.Deadline;
import org.moothall.ui.widgets.LiveTable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;

/** The real e4 application on a UI thread of its own; tests look and press from outside. */
final class RunningWorkbench implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(Integer.getInteger("moothall.patience", 60));
    private static final int POLL_MILLIS = 40;
    private static final int CALM_LOOKS = 4;
    private static final int MOST_LOOKS = 15;
    private static final String MAIN = "Moothall";
    private static final String NAME = "org.moothall.name";

    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private final Thread ui;
    private @Nullable Display display;

    RunningWorkbench() {
        BundleContext bundles = FrameworkUtil.getBundle(RunningWorkbench.class).getBundleContext();
        ServiceReference<IApplicationContext> reference = Objects.requireNonNull(bundles.getServiceReference(IApplicationContext.class));
        IApplicationContext context = Objects.requireNonNull(bundles.getService(reference));
        ui = new Thread(() -> run(context), "ui");
        ui.start();
        await("the window", () -> {
            display = Display.findDisplay(ui);
            return display != null && !display().isDisposed() && on(() -> findShell() != null && shell().isVisible());
        });
    }

    private void run(IApplicationContext context) {
        try {
            new E4Application().start(context);
        } catch (Exception e) {
            failure.set(e);
        }
    }

    /** Makes the window's content this large. */
    void size(int width, int height) {
        on(() -> {
            Rectangle outer = shell().computeTrim(0, 0, width, height);
            shell().setSize(outer.width, outer.height);
            shell().setLocation(0, 0);
            return true;
        });
        await("the size", () -> on(() -> shell().getClientArea().width == width && shell().getClientArea().height == height));
    }

    /** Runs on the UI thread and gives what came of it. */
    <T> T on(Supplier<T> task) {
        AtomicReference<@Nullable T> result = new AtomicReference<>();
        display().syncExec(() -> result.set(task.get()));
        return Objects.requireNonNull(result.get());
    }

    /** Waits until this is so. */
    void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            @Nullable Throwable thrown = failure.get();
            if (thrown != null) {
                throw new IllegalStateException("the workbench ended", thrown);
            }
            if (display != null && windows().contains("Internal Error")) {
                throw new AssertionError("the workbench failed on something; see target/work/data/.metadata/.log");
            }
            if (System.nanoTime() > end) {
                screenshot("failed-" + what.replaceAll("[^a-zA-Z]+", "-"));
                throw new AssertionError(what + " did not come within " + PATIENCE.toSeconds() + " s");
            }
            pause();
        }
    }

    /** Whether a control of this name is seen in any window. */
    boolean sees(String name) {
        return on(() -> anywhere(named(name)) != null);
    }

    /** Whether a control whose name begins like this is seen in any window. */
    boolean seesNameBeginning(String name) {
        return on(() -> anywhere(c -> c.getData(NAME) instanceof String known && known.startsWith(name)) != null);
    }

    /** Whether a control whose name is like this is seen in any window. */
    boolean seesNameLike(String pattern) {
        return on(() -> anywhere(c -> c.getData(NAME) instanceof String known && known.matches(pattern)) != null);
    }

    /** Whether a label shows text with these words in any window. */
    boolean reads(String words) {
        return on(() -> anywhere(c -> c instanceof Label label && label.getText().contains(words)) != null);
    }

    /** The visible control of this name, in the front window that has one. */
    Control control(String name) {
        return Objects.requireNonNull(anywhere(named(name)), () -> "no control is called " + name);
    }

    /** All visible controls, those of the front windows first. */
    private Stream<Control> everywhere() {
        return Arrays.asList(display().getShells()).reversed().stream().filter(Shell::isVisible).flatMap(RunningWorkbench::within);
    }

    private static Stream<Control> within(Composite in) {
        return Arrays.stream(in.getChildren()).filter(Control::isVisible)
                .flatMap(child -> child instanceof Composite inner ? Stream.concat(Stream.of(child), within(inner)) : Stream.of(child));
    }

    /** Whether the control of this name can be used now. */
    boolean enabled(String name) {
        return on(() -> everywhere().filter(named(name)).anyMatch(Control::isEnabled));
    }

    /** The table of this name. */
    @SuppressWarnings("unchecked")
    <T> LiveTable<T> table(String name) {
        Predicate<Control> wanted = named(name).and(control -> control.getData(LiveTable.class.getName()) != null);
        await(name, () -> on(() -> anywhere(wanted) != null));
        return on(() -> (LiveTable<T>) Objects.requireNonNull(Objects.requireNonNull(anywhere(wanted)).getData(LiveTable.class.getName())));
    }

    /** The texts of the rows of a table. */
    List<List<String>> rows(String name) {
        LiveTable<?> table = table(name);
        return on(() -> IntStream.range(0, table.shown().size()).mapToObj(table::texts).toList());
    }

    /** Whether a row of a table has a text that begins like this. */
    boolean hasRow(String name, String text) {
        return rows(name).stream().anyMatch(row -> begins(row, text));
    }

    /** Selects the first row of a table that has a text that begins like this, as arrows do. */
    void select(String name, String text) {
        await(text + " in " + name, () -> hasRow(name, text));
        LiveTable<?> table = table(name);
        on(() -> {
            arrow(table, SWT.HOME);
            int place = IntStream.range(0, table.shown().size()).filter(i -> begins(table.texts(i), text)).findFirst().orElse(0);
            for (int i = 0; i < place; i++) {
                arrow(table, SWT.ARROW_DOWN);
            }
            return true;
        });
    }

    private static boolean begins(List<String> row, String text) {
        return row.stream().anyMatch(cell -> cell.strip().startsWith(text));
    }

    private static void arrow(LiveTable<?> table, int code) {
        Event event = new Event();
        event.keyCode = code;
        table.control().notifyListeners(SWT.KeyDown, event);
    }

    /** Waits until the main window is the only one. */
    void awaitNoOtherWindow() {
        if (!Deadline.within(PATIENCE, () -> windows().isEmpty())) {
            screenshot("failed");
            throw new AssertionError("still open: " + windows());
        }
    }

    /** Makes the main window the one that keys go to. */
    void activate() {
        on(() -> {
            shell().forceActive();
            return shell().forceFocus();
        });
        settle(5);
    }

    /** Titles of all windows but the first. */
    List<String> windows() {
        return on(() -> Arrays.stream(display().getShells()).filter(Shell::isVisible).map(Shell::getText).filter(title -> !MAIN.equals(title)).toList());
    }

    /** The window of this title. */
    private Shell window(String title) {
        return Arrays.stream(display().getShells()).filter(Shell::isVisible).filter(shell -> shell.getText().equals(title)).findFirst().orElseThrow();
    }

    /** Closes the window of this title as its frame's button does. */
    void closeWindow(String title) {
        display().syncExec(() -> window(title).close());
    }

    /** Presses the control of this name as Enter does. */
    void press(String name) {
        await(name, () -> sees(name));
        display().syncExec(() -> {
            Event enter = new Event();
            enter.keyCode = SWT.CR;
            enter.character = '\r';
            control(name).notifyListeners(SWT.KeyDown, enter);
        });
    }

    /** Presses a key in the control of this name. */
    void key(String name, int keyCode) {
        await(name, () -> sees(name));
        display().syncExec(() -> {
            Event event = new Event();
            event.keyCode = keyCode;
            control(name).notifyListeners(SWT.KeyDown, event);
        });
    }

    /** Runs a command of the application. */
    void command(String id) {
        display().syncExec(() -> {
            IEclipseContext context = ((MWindow) shell().getData("modelElement")).getContext();
            context.get(EHandlerService.class).executeHandler(context.get(ECommandService.class).createCommand(id, Map.of()));
        });
    }

    /** What stands in the field of this name. */
    String text(String name) {
        return on(() -> ((Text) control(name)).getText());
    }

    /** Presses and releases a key of the real keyboard. */
    void strike(int modifier, int keyCode, char character) {
        if (modifier != 0) {
            post(SWT.KeyDown, modifier, '\0');
        }
        post(SWT.KeyDown, keyCode, character);
        post(SWT.KeyUp, keyCode, character);
        if (modifier != 0) {
            post(SWT.KeyUp, modifier, '\0');
        }
        settle(3);
    }

    private void post(int type, int keyCode, char character) {
        Event event = new Event();
        event.type = type;
        event.keyCode = keyCode;
        event.character = character;
        display().post(event);
    }

    /** Name of the control that has the focus. */
    String focus() {
        return on(() -> {
            @Nullable Control control = display().getFocusControl();
            return control == null ? "" : Objects.requireNonNullElse((String) control.getData(NAME), control.toString());
        });
    }

    /** Types into the field of this name. */
    void type(String name, String text) {
        await(name, () -> sees(name));
        display().syncExec(() -> ((Text) control(name)).setText(text));
    }

    /** Presses Enter in the field of this name. */
    void enter(String name) {
        display().syncExec(() -> control(name).notifyListeners(SWT.DefaultSelection, new Event()));
    }

    /** Keeps what the window shows. */
    void screenshot(String name) {
        screenshot(name, MAIN);
    }

    /** Keeps what the window of this title shows, when it shows the same for a moment or never does. */
    void screenshot(String name, String title) {
        Picture picture = Picture.of(on(() -> window(title)));
        int same = 0;
        for (int look = 0; look < MOST_LOOKS && same < CALM_LOOKS; look++) {
            settle(1);
            Picture next = Picture.of(on(() -> window(title)));
            same = next.equals(picture) ? same + 1 : 0;
            picture = next;
        }
        picture.save(name);
    }

    Shell shell() {
        return Objects.requireNonNull(findShell());
    }

    private @Nullable Control anywhere(Predicate<Control> wanted) {
        Optional<Control> found = everywhere().filter(wanted).findFirst();
        return found.isPresent() ? found.get() : null;
    }

    @Override
    public void close() {
        display().asyncExec(() -> shell().close());
        try {
            ui.join(PATIENCE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void settle(int times) {
        for (int i = 0; i < times; i++) {
            pause();
            display().syncExec(() -> shell().update());
        }
    }

    private Display display() {
        return Objects.requireNonNull(display);
    }

    private @Nullable Shell findShell() {
        for (Shell shell : display().getShells()) {
            if (MAIN.equals(shell.getText())) {
                return shell;
            }
        }
        return null;
    }

    private static Predicate<Control> named(String name) {
        return control -> name.equals(control.getData(NAME));
    }

    private static void pause() {
        try {
            Thread.sleep(POLL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while waiting", e);
        }
    }
}
