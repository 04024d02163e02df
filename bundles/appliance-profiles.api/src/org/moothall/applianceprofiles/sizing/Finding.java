package org.moothall.applianceprofiles.sizing;

import org.moothall.applianceprofiles.Source;

/** What one must know beside the numbers. */
public record Finding(Kind kind, Role role, String text, Source source) {

    /** How much it matters. */
    public enum Kind {
        /** It is more than what the guide supports, or less than what it requires. */
        EXCEEDED,
        /** The guide does not say, so it is not in the answer. */
        NOT_STATED,
        /** The guide recommends something. */
        RECOMMENDED
    }
}
