package org.moothall.ui.tests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.eclipse.e4.core.commands.ECommandService;
import org.eclipse.e4.core.commands.EHandlerService;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.e4.ui.internal.workbench.swt.E4Application;
import org.eclipse.e4.ui.model.application.ui.basic.MWindow;
import org.eclipse.equinox.app.IApplicationContext;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;

/** The real e4 application on a UI thread of its own; tests look and press from outside. */
final class RunningWorkbench implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int POLL_MILLIS = 40;

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
            if (System.nanoTime() > end) {
                screenshot("failed");
                throw new AssertionError(what + " did not come within " + PATIENCE.toSeconds() + " s");
            }
            pause();
        }
    }

    /** Whether a control of this name is seen. */
    boolean sees(String name) {
        return on(() -> find(shell(), named(name)) != null);
    }

    /** Whether a label shows text with these words. */
    boolean reads(String words) {
        return on(() -> find(shell(), c -> c instanceof Label label && label.isVisible() && label.getText().contains(words)) != null);
    }

    /** The visible control of this name. */
    Control control(String name) {
        return Objects.requireNonNull(find(shell(), named(name)), () -> "no control is called " + name);
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

    /** Types into the field of this name. */
    void type(String name, String text) {
        await(name, () -> sees(name));
        display().syncExec(() -> ((Text) control(name)).setText(text));
    }

    /** Keeps what the window shows. */
    void screenshot(String name) {
        settle();
        Path folder = Path.of(Objects.requireNonNull(System.getProperty("moothall.screenshots")));
        ImageData[] taken = new ImageData[1];
        display().syncExec(() -> {
            shell().update();
            Rectangle area = shell().getClientArea();
            Image image = new Image(display(), area.width, area.height);
            GC gc = new GC(shell());
            gc.copyArea(image, 0, 0);
            gc.dispose();
            taken[0] = image.getImageData();
            image.dispose();
        });
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ImageLoader loader = new ImageLoader();
        loader.data = taken;
        loader.save(folder.resolve(name + ".png").toString(), SWT.IMAGE_PNG);
    }

    Shell shell() {
        return Objects.requireNonNull(findShell());
    }

    @Nullable Control find(Composite in, Predicate<Control> wanted) {
        for (Control child : in.getChildren()) {
            if (child.isVisible() && wanted.test(child)) {
                return child;
            }
            @Nullable Control inner = child instanceof Composite composite ? find(composite, wanted) : null;
            if (inner != null) {
                return inner;
            }
        }
        return null;
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

    private void settle() {
        for (int i = 0; i < 20; i++) {
            pause();
            display().syncExec(() -> shell().update());
        }
    }

    private Display display() {
        return Objects.requireNonNull(display);
    }

    private @Nullable Shell findShell() {
        for (Shell shell : display().getShells()) {
            if ("Moothall".equals(shell.getText())) {
                return shell;
            }
        }
        return null;
    }

    private static Predicate<Control> named(String name) {
        return control -> name.equals(control.getData("org.moothall.name"));
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
