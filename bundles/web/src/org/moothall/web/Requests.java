package org.moothall.web;

import org.moothall.core.PageRequest;
import org.moothall.security.Caller;

import org.eclipse.jdt.annotation.Nullable;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.SecurityContext;

/** What REST methods need to know of their request. */
public final class Requests {

    /** Request property under which the authenticated caller travels. */
    public static final String CALLER = "org.moothall.caller";
    /** Request property under which details for the audit record are gathered. */
    public static final String AUDIT_DETAILS = "org.moothall.audit.details";

    private Requests() {}

    /** Request property with the address that the request came from. */
    public static final String SOURCE = "org.moothall.source";
    /** Request property with the token that the request was authenticated by. */
    public static final String TOKEN = "org.moothall.token";

    /** A security context's principal when it is one of ours. */
    public interface CallerPrincipal extends java.security.Principal {
        /** Who is asking. */
        Caller caller();
    }

    /** Who is asking; every request that reaches a resource has one. */
    public static Caller caller(SecurityContext context) {
        if (context.getUserPrincipal() instanceof CallerPrincipal principal) {
            return principal.caller();
        }
        throw new IllegalStateException("a request reached a resource without authentication");
    }

    /** The wanted page from the query parameters {@code limit} and {@code cursor}. */
    public static PageRequest page(@Nullable Integer limit, @Nullable String cursor) {
        return new PageRequest(limit == null ? PageRequest.DEFAULT_LIMIT : limit, cursor);
    }

    /** Adds a detail (from, to; never a secret) to the audit record of this request. */
    public static void audit(ContainerRequestContext request, String name, Object value) {
        if (request.getProperty(AUDIT_DETAILS) instanceof java.util.Map<?, ?> details) {
            @SuppressWarnings("unchecked") java.util.Map<String, Object> map = (java.util.Map<String, Object>) details;
            map.put(name, value);
        }
    }
}
