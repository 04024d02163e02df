package org.moothall.ui;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * The user-visible texts of a bundle: {@code texts.properties} beside a class of it (UTF-8). Arguments are inserted as by
 * {@link MessageFormat}, with English rules; apostrophes stand for themselves. A missing key is a bug.
 */
public final class Catalogue {
    private final ResourceBundle texts;

    private Catalogue(ResourceBundle texts) {
        this.texts = texts;
    }

    /** The texts beside this class. */
    public static Catalogue of(Class<?> neighbour) {
        return new Catalogue(ResourceBundle.getBundle(neighbour.getPackageName() + ".texts", Locale.ROOT, neighbour.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
    }

    /** The text of this key. */
    public String text(String key, Object... arguments) {
        String pattern = texts.getString(key);
        return arguments.length == 0 ? pattern : new MessageFormat(pattern.replace("'", "''"), Locale.UK).format(arguments);
    }

    /** So many of something: the text of {@code key.one} or {@code key.many}, with the number as {@code {0}}. */
    public String count(String key, long number) {
        return text(key + (number == 1 ? ".one" : ".many"), number);
    }

    /** True when there is a text of this key. */
    public boolean has(String key) {
        return texts.containsKey(key);
    }
}
