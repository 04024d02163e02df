package org.moothall.security;

import java.util.Map;

import org.eclipse.jdt.annotation.Nullable;

/** The record of who changed what. Append-only and hash-chained. Service; thread-safe. */
public interface AuditTrail {

    /**
     * Records one change or refusal; returns when it is on disk.
     *
     * @param action {@code <domain>.<verb>}, for example {@code servers.add}
     * @param subject id of the object, or null when there is none
     * @param details what changed, from and to; secrets are never among them
     */
    void record(Caller caller, String action, @Nullable String subject, Outcome outcome, Map<String, Object> details);

    /** How it ended. */
    enum Outcome { DONE, REFUSED, FAILED }
}
