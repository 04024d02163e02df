package org.moothall.licensing.internal.rules;

/** What a host told. @param host who @param at when, in seconds since 1970 */
public record Snapshot(String host, long at, Figures figures) {}
