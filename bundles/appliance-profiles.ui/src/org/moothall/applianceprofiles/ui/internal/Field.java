package org.moothall.applianceprofiles.ui.internal;

import java.math.BigDecimal;
import java.util.Objects;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.ui.model.Formats;
import org.moothall.ui.model.Value;

/** A number of a form, or a switch, under the name that it has in the API. Confined to the UI thread. */
final class Field {
    /** What can be written into it. */
    enum Kind {
        /** A whole number. */
        WHOLE,
        /** A whole number or nothing. */
        OPTIONAL,
        /** A number. */
        DECIMAL,
        /** On or off. */
        SWITCH
    }

    private final String key;
    private final Kind kind;
    private final BigDecimal most;
    private final Value<String> text;
    private final Value<Boolean> on;
    private final Value<String> problem = new Value<>("");

    private Field(String key, Kind kind, String initial, long most) {
        this.key = key;
        this.kind = kind;
        this.most = BigDecimal.valueOf(most);
        text = new Value<>(initial);
        on = new Value<>(Boolean.parseBoolean(initial));
        text.onChange(typed -> check());
    }

    static Field whole(String key, long most) {
        return new Field(key, Kind.WHOLE, "0", most);
    }

    static Field optional(String key, String initial, long most) {
        return new Field(key, Kind.OPTIONAL, initial, most);
    }

    static Field decimal(String key, String initial, long most) {
        return new Field(key, Kind.DECIMAL, initial, most);
    }

    static Field flag(String key, boolean initial) {
        return new Field(key, Kind.SWITCH, Boolean.toString(initial), 0);
    }

    /** The name of the field in the API: {@code calls.hd-720p30}. */
    String key() {
        return key;
    }

    /** How it is called. */
    String label() {
        return Texts.of("field." + key);
    }

    Kind kind() {
        return kind;
    }

    Value<String> text() {
        return text;
    }

    Value<Boolean> on() {
        return on;
    }

    /** What is wrong with it; empty when nothing is. */
    Value<String> problem() {
        return problem;
    }

    /** Whether what stands in it is allowed; says why when not. */
    boolean check() {
        problem.set(
                kind == Kind.SWITCH || isAllowed() ? "" : Texts.of(kind == Kind.DECIMAL ? "problem.number" : "problem.whole", Formats.count(most.longValue())));
        return problem.get().isEmpty();
    }

    private boolean isAllowed() {
        if (plain().isEmpty()) {
            return kind == Kind.OPTIONAL;
        }
        return plain().matches(kind == Kind.DECIMAL ? "\\d{1,9}(\\.\\d{1,3})?" : "\\d{1,9}") && new BigDecimal(plain()).compareTo(most) <= 0;
    }

    /** The number, where it is {@link #check allowed}; null when nothing is written. */
    @Nullable
    Long number() {
        return plain().isEmpty() ? null : Long.valueOf(plain());
    }

    @Nullable
    Integer small() {
        Long number = number();
        return number == null ? null : Math.toIntExact(number);
    }

    BigDecimal decimal() {
        return new BigDecimal(Objects.requireNonNull(plain()));
    }

    /** {@code 275,000} is a number, too. */
    private String plain() {
        return text.get().strip().replace(",", "");
    }
}
