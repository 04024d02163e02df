package org.moothall.notifications;

import org.eclipse.jdt.annotation.Nullable;

/**
 * Something that is the case and that people should know until it is no longer the case.
 *
 * @param key identity, {@code <domain>.<what>:<subject>}; raising the same key again updates, clearing it removes
 * @param message one line: what is wrong, with the name of the thing
 * @param explanation what it means for meetings
 * @param remedy what to do about it
 * @param cluster id of the cluster it concerns, or null
 * @param subject id of the object it is about, or null
 */
public record Condition(String key, Severity severity, String message, String explanation, String remedy, @Nullable String cluster,
        @Nullable String subject) {}
