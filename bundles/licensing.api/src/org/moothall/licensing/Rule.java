package org.moothall.licensing;

import org.eclipse.jdt.annotation.Nullable;

/**
 * Why a verdict is what it is.
 *
 * @param code stable kebab-case name
 * @param text the rule in words
 * @param source section of the guides it comes from
 * @param note where the guides disagree or say nothing, and what we do; null when they are clear
 */
public record Rule(String code, String text, String source, @Nullable String note) {}
