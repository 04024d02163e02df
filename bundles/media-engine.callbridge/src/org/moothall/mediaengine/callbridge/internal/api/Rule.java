package org.moothall.mediaengine.callbridge.internal.api;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What the value of a parameter may be. An empty value always may be: it unsets. */
public enum Rule {
    /** Anything of a reasonable length. */
    TEXT(".{0,1000}"),
    /** {@code true} or {@code false}. */
    BOOL("(?i)true|false"),
    /** A number that is not negative. */
    NUMBER("\\d{1,9}"),
    /** A dialled number. */
    DIGITS("\\d{1,32}"),
    /** The part of an address before the @. */
    USER("[^@\\s/]{1,200}"),
    /** An id. */
    GUID("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"),
    /** What may be sent as tones. */
    TONES("[0-9*#,A-Da-d]{1,100}"),
    /** How a conference is laid out. */
    LAYOUT(".{1,40}");

    private static final Set<String> LAYOUTS = Set.of("allEqual", "speakerOnly", "telepresence", "stacked", "allEqualQuarters", "allEqualNinths",
            "allEqualSixteenths", "allEqualTwentyFifths", "onePlusFive", "onePlusSeven", "onePlusNine", "automatic", "onePlusN");

    private final Pattern pattern;

    Rule(String pattern) {
        this.pattern = Pattern.compile(pattern, Pattern.DOTALL);
    }

    /** This value in its proper form. Failure: {@code parameterError}. */
    public String checked(String name, String value) {
        if (!pattern.matcher(value).matches() || this == LAYOUT && !LAYOUTS.contains(value)) {
            throw ApiFailure.parameter(name);
        }
        return this == BOOL || this == GUID ? value.toLowerCase(Locale.ROOT) : value;
    }
}
