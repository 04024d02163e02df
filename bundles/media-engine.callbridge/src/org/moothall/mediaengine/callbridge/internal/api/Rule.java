package org.moothall.mediaengine.callbridge.internal.api;

import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** What the value of a parameter may be. An empty value always may be: it unsets. Immutable. */
public final class Rule {

    /** Anything of a reasonable length. */
    public static final Rule TEXT = new Rule(".{0,4000}", UnaryOperator.identity());
    /** {@code true} or {@code false}. */
    public static final Rule BOOL = new Rule("(?i)true|false", Rule::lower);
    /** A number that is not negative. */
    public static final Rule NUMBER = new Rule("\\d{1,9}", UnaryOperator.identity());
    /** How long something stays. */
    public static final Rule SECONDS_OR_PERMANENT = new Rule("\\d{1,9}|permanent", UnaryOperator.identity());
    /** How much somebody counts. */
    public static final Rule IMPORTANCE = new Rule(
            "\\d{1,9}|1\\d{9}|20\\d{8}|21[0-3]\\d{7}|214[0-6]\\d{6}|2147[0-3]\\d{5}|21474[0-7]\\d{4}|214748[0-2]\\d{3}|2147483[0-5]\\d{2}|"
                    + "21474836[0-3]\\d|214748364[0-7]",
            UnaryOperator.identity());
    /** A dialled number. */
    public static final Rule DIGITS = new Rule("\\d{1,32}", UnaryOperator.identity());
    /** The part of an address before the @. */
    public static final Rule USER = new Rule("[^@\\s/]{1,200}", UnaryOperator.identity());
    /** An id. */
    public static final Rule GUID = new Rule("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}", Rule::lower);
    /** Makes an address of a name, which stands where the $ is. */
    public static final Rule GENERATOR = new Rule("[a-zA-Z0-9._-]*\\$[a-zA-Z0-9._-]*", UnaryOperator.identity());
    /** What may be sent as tones. */
    public static final Rule TONES = new Rule("[0-9*#,A-Da-d]{1,100}", UnaryOperator.identity());
    /** A name that others see beside the picture. */
    public static final Rule LABEL = new Rule(".{1,50}", UnaryOperator.identity());
    /** How a conference is laid out. */
    public static final Rule LAYOUT = oneOf("allEqual", "speakerOnly", "telepresence", "stacked", "allEqualQuarters", "allEqualNinths", "allEqualSixteenths",
            "allEqualTwentyFifths", "onePlusFive", "onePlusSeven", "onePlusNine", "automatic", "onePlusN");

    private final Pattern pattern;
    private final UnaryOperator<String> form;

    private Rule(String pattern, UnaryOperator<String> form) {
        this.pattern = Pattern.compile(pattern, Pattern.DOTALL);
        this.form = form;
    }

    /** One of these words; their case does not matter. */
    public static Rule oneOf(String... words) {
        List<String> known = List.of(words);
        return new Rule("(?i)" + String.join("|", known.stream().map(Pattern::quote).toList()),
                value -> known.stream().filter(value::equalsIgnoreCase).findFirst().orElse(value));
    }

    /** This value in its proper form. Failure: {@code parameterError}. */
    public String checked(String name, String value) {
        if (!pattern.matcher(value).matches()) {
            throw ApiFailure.parameter(name);
        }
        return form.apply(value);
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
