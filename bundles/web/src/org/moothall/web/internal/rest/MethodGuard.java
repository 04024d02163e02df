package org.moothall.web.internal.rest;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.moothall.security.Access;
import org.moothall.security.AuditTrail;
import org.moothall.web.Audited;
import org.moothall.web.RequiresPermission;

import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;

/** Gives every REST method the check of the permission and the audit record that its annotations ask for, and every POST its idempotency key. */
@NonNullByDefault({})
final class MethodGuard implements DynamicFeature {

    private final Access access;
    private final AuditTrail audit;
    private final KeptAnswers answers;

    MethodGuard(Access access, AuditTrail audit, KeptAnswers answers) {
        this.access = access;
        this.audit = audit;
        this.answers = answers;
    }

    @Override
    public void configure(ResourceInfo method, FeatureContext context) {
        RequiresPermission required = method.getResourceMethod().getAnnotation(RequiresPermission.class);
        String permission = required == null ? null : required.value();
        if (SessionsResource.isSignIn(method.getResourceMethod())) {
            permission = PermissionCheck.NOBODY_YET;
        }
        Audited audited = method.getResourceMethod().getAnnotation(Audited.class);
        if (audited != null) {
            context.register(new AuditRecords(audit, audited.value()), Priorities.AUTHORIZATION - 1);
        }
        context.register(new PermissionCheck(access, permission), Priorities.AUTHORIZATION);
        if (IdempotentPosts.appliesTo(method.getResourceMethod())) {
            context.register(new IdempotentPosts(answers), Priorities.AUTHORIZATION + 1);
        }
    }
}
