package org.moothall.security.internal.store;

import org.eclipse.jdt.annotation.Nullable;

/** An audit record as it is kept, without its hash. @param at milliseconds since 1970 */
public record AuditRow(long id, long at, String userId, String userName, String role, @Nullable String session, String source, String action,
        @Nullable String subject, String outcome, String details) {}
