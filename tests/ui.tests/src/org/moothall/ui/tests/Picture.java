package org.moothall.ui.tests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Shell;

/** What a window shows. Immutable. */
final class Picture {

    private final ImageData data;

    private Picture(ImageData data) {
        this.data = data;
    }

    static Picture of(Shell window) {
        AtomicReference<@Nullable ImageData> taken = new AtomicReference<>();
        window.getDisplay().syncExec(() -> taken.set(take(window)));
        return new Picture(Objects.requireNonNull(taken.get()));
    }

    private static ImageData take(Shell window) {
        window.update();
        Rectangle area = window.getClientArea();
        Image image = new Image(window.getDisplay(), area.width, area.height);
        GC gc = new GC(window);
        gc.copyArea(image, 0, 0);
        gc.dispose();
        ImageData data = image.getImageData();
        image.dispose();
        return data;
    }

    /** Keeps it among the screenshots. */
    void save(String name) {
        Path folder = Path.of(Objects.requireNonNull(System.getProperty("moothall.screenshots")));
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ImageLoader loader = new ImageLoader();
        loader.data = new ImageData[] {data};
        loader.save(folder.resolve(name + ".png").toString(), SWT.IMAGE_PNG);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Picture picture && data.width == picture.data.width && Arrays.equals(data.data, picture.data.data);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(data.data);
    }
}
