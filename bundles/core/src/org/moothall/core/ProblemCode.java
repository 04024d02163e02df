package org.moothall.core;

/**
 * What kind of expected failure happened. Each domain has one enum of these whose Javadoc tells cause and remedy.
 * The code travels as {@code type} of an RFC 9457 problem and never changes its meaning.
 */
public interface ProblemCode {

    /** Stable kebab-case code, prefixed by its domain, for example {@code servers.address-in-use}. */
    String code();

    /** HTTP status that goes with it, 400 to 599. */
    int status();

    /** One short line for people, the same for every occurrence. */
    String title();
}
