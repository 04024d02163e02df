package org.moothall.ui.widgets;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.swt.graphics.RGB;
import org.moothall.ui.model.Tone;

/** The values of all tones in one theme, read from the theme's CSS. Immutable. */
public final class Palette {
    private static final Pattern ENTRY = Pattern.compile("([a-z-]+):\\s*#([0-9a-fA-F]{6});");

    private final Map<Tone, RGB> values;

    private Palette(Map<Tone, RGB> values) {
        this.values = values;
    }

    /** The colours of the light or the dark theme. */
    public static Palette of(boolean dark) {
        return parse(read(dark ? "/theme/dark.css" : "/theme/light.css"));
    }

    /** The value of a tone. */
    public RGB rgb(Tone tone) {
        return Objects.requireNonNull(values.get(tone));
    }

    static Palette parse(String css) {
        Map<String, RGB> named = new java.util.HashMap<>();
        Matcher entry = ENTRY.matcher(css);
        while (entry.find()) {
            int value = Integer.parseInt(entry.group(2), 16);
            named.put(entry.group(1), new RGB(value >> 16, value >> 8 & 0xff, value & 0xff));
        }
        Map<Tone, RGB> values = new EnumMap<>(Tone.class);
        for (Tone tone : Tone.values()) {
            values.put(tone, Objects.requireNonNull(named.get(tone.css()), () -> "the theme gives no value for " + tone.css()));
        }
        return new Palette(values);
    }

    private static String read(String path) {
        try (InputStream in = Palette.class.getResourceAsStream(path)) {
            return new String(Objects.requireNonNull(in, path).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
