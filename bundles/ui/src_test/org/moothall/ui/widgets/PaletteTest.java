package org.moothall.ui.widgets;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.eclipse.swt.graphics.RGB;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.moothall.ui.model.Tone;

/** Contrast from the theme's own colours, as WCAG 2.2 computes it. */
class PaletteTest {
    private record Pair(Tone ink, Tone behind, double least) {}

    private static final List<Tone> SURFACES = List.of(Tone.SURFACE, Tone.CHROME, Tone.RAISED, Tone.HOVER, Tone.SELECTION, Tone.CHANGED);

    @TestFactory
    Stream<DynamicTest> textIsReadableInBothThemes() {
        return Stream.of(false, true).flatMap(dark -> pairs().map(pair -> DynamicTest.dynamicTest((dark ? "dark: " : "light: ") + pair, () -> {
            double contrast = contrast(Palette.of(dark).rgb(pair.ink), Palette.of(dark).rgb(pair.behind));
            assertTrue(contrast >= pair.least, "only " + contrast);
        })));
    }

    @Test
    void aThemeThatLacksAToneIsRefused() {
        assertThrows(NullPointerException.class, () -> Palette.parse("Tones { surface: #ffffff; }"));
    }

    private static Stream<Pair> pairs() {
        Stream<Pair> texts = SURFACES.stream().flatMap(behind -> Stream.of(new Pair(Tone.TEXT, behind, 4.5), new Pair(Tone.MUTED, behind, 4.5)));
        Stream<Pair> inks = Stream.of(Tone.ACCENT, Tone.OK, Tone.WARNING, Tone.ERROR, Tone.UNKNOWN)
                .flatMap(ink -> Stream.of(Tone.SURFACE, Tone.CHROME, Tone.HOVER).map(behind -> new Pair(ink, behind, 4.5)));
        Stream<Pair> special = Stream.of(new Pair(Tone.ON_ACCENT, Tone.ACCENT, 4.5), new Pair(Tone.ON_ACCENT, Tone.ACCENT_HOVER, 4.5),
                new Pair(Tone.TEXT, Tone.WARNING_SURFACE, 4.5), new Pair(Tone.TEXT, Tone.ERROR_SURFACE, 4.5), new Pair(Tone.ON_NOTICE, Tone.NOTICE, 4.5),
                new Pair(Tone.NOTICE_ACTION, Tone.NOTICE, 4.5), new Pair(Tone.WARNING, Tone.WARNING_SURFACE, 4.5),
                new Pair(Tone.ERROR, Tone.ERROR_SURFACE, 4.5));
        return Stream.of(texts, inks, special).flatMap(pair -> pair);
    }

    private static double contrast(RGB one, RGB other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(RGB rgb) {
        return 0.2126 * linear(rgb.red) + 0.7152 * linear(rgb.green) + 0.0722 * linear(rgb.blue);
    }

    private static double linear(int channel) {
        double value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
