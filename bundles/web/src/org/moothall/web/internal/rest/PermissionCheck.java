package org.moothall.web.internal.rest;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.Problem;
import org.moothall.security.Access;
import org.moothall.security.Caller;
import org.moothall.security.SecurityProblem;
import org.moothall.web.Requests;
import org.moothall.web.RequiresPermission;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;

/** Lets a request through to one method if its caller has that method's permission. */
@NonNullByDefault({})
final class PermissionCheck implements ContainerRequestFilter {

    /** Marks the one method that is reached without a session. */
    static final String NOBODY_YET = "not-signed-in";

    private final Access access;
    private final @Nullable String permission;

    /** @param permission null when the method states none: then nobody may call it */
    PermissionCheck(Access access, @Nullable String permission) {
        this.access = access;
        this.permission = permission;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        String required = permission;
        if (required == null) {
            throw Problem.of(SecurityProblem.FORBIDDEN, "This method states no permission and is therefore closed to everybody.").exception();
        }
        if (required.equals(NOBODY_YET)) {
            return;
        }
        Caller caller = Requests.caller(request.getSecurityContext());
        if (!required.equals(RequiresPermission.SIGNED_IN)) {
            access.require(caller, required, null);
        }
    }
}
