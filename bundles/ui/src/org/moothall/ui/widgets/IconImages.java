package org.moothall.ui.widgets;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageDataProvider;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Display;
import org.moothall.ui.model.Icon;

/** Draws icons in the wanted colour: the SVG is coloured as text and rasterised at the size the screen needs. */
final class IconImages {
    private record Key(Icon icon, RGB rgb, int size) {}

    private final Display display;
    private final Map<Icon, String> sources = new HashMap<>();
    private final Map<Key, Image> images = new HashMap<>();

    /** Icons for this display. */
    public IconImages(Display display) {
        this.display = display;
    }

    /** The icon in this colour and size. */
    public Image get(Icon icon, RGB rgb, int size) {
        return images.computeIfAbsent(new Key(icon, rgb, size), this::draw);
    }

    /** Disposes of all that was drawn. */
    public void clear() {
        images.values().forEach(Image::dispose);
        images.clear();
    }

    private Image draw(Key key) {
        String colored = sources.computeIfAbsent(key.icon, IconImages::read)
                .replace("currentColor", String.format("#%02x%02x%02x", key.rgb.red, key.rgb.green, key.rgb.blue));
        ImageDataProvider sized = zoom -> raster(colored, Math.round(key.size * zoom / 100f));
        return new Image(display, sized);
    }

    private static ImageData raster(String svg, int pixels) {
        String sized = svg.replaceFirst("width=\"20\" height=\"20\"", "width=\"" + pixels + "\" height=\"" + pixels + "\"");
        return new ImageData(new ByteArrayInputStream(sized.getBytes(StandardCharsets.UTF_8)));
    }

    private static String read(Icon icon) {
        try (InputStream in = icon.source().openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
