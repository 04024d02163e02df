package org.moothall.licensing.internal.rules;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.licensing.Rule;

/** The rules in words, with where they come from. */
public final class Rules {

    public static final Rule TRIAL = rule("trial", "A trial runs: everything it includes may be used without limit for 90 days.", "admin guide §19.1, §19.2",
            null);
    public static final Rule UNLICENSED = rule("unlicensed", "No licences are allocated.", "admin guide §19", null);
    public static final Rule LICENSED = rule("licensed", "There is a licence.", "admin guide §19", null);
    public static final Rule IN_COMPLIANCE = rule("in-compliance", "80 % or less of the licences was used at the highest peak of the last 90 days.",
            "admin guide §19", "Exactly 80 % is 80 % or less.");
    public static final Rule OVER_80 = rule("over-80-percent",
            "More than 80 % of the licences was used at the highest peak of the last 90 days, and never more than there are.", "admin guide §19", null);
    public static final Rule INSUFFICIENT = rule("insufficient", "More was used than there is on 1 to 14 of the last 90 days.", "admin guide §19",
            "PMP Plus and SMP Plus are judged together: a day on which either is over is one day (installation guide B.1).");
    public static final Rule OUT = rule("out-of-compliance", "More was used than there is on 15 or more of the last 90 days.", "admin guide §19",
            "The installation guide (B.3) says \"more than 15\"; the admin guide's \"15 days or more\" is what we follow.");

    private Rules() {}

    private static Rule rule(String code, String text, String source, @Nullable String note) {
        return new Rule(code, text, source, note);
    }
}
