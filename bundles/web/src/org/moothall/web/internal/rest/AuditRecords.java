package org.moothall.web.internal.rest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.moothall.security.AuditTrail;
import org.moothall.security.AuditTrail.Outcome;
import org.moothall.security.Caller;
import org.moothall.web.Requests;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;

/** Writes the audit record of one changing method: who, what, on which object, how it ended. */
@NonNullByDefault({})
final class AuditRecords implements ContainerRequestFilter, ContainerResponseFilter {

    private static final int FORBIDDEN = 403;
    private static final int FIRST_FAILURE = 400;

    private final AuditTrail audit;
    private final String action;

    AuditRecords(AuditTrail audit, String action) {
        this.audit = audit;
        this.action = action;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        request.setProperty(Requests.AUDIT_DETAILS, new LinkedHashMap<String, Object>());
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (!(request.getProperty(Requests.CALLER) instanceof Caller caller) || response.getStatus() == FORBIDDEN) {
            return; // Signing in and refusals are recorded by those who decide them.
        }
        Map<String, Object> details = new LinkedHashMap<>();
        String subject = null;
        for (Map.Entry<String, List<String>> parameter : request.getUriInfo().getPathParameters().entrySet()) {
            details.put(parameter.getKey(), parameter.getValue().get(0));
            subject = parameter.getValue().get(0);
        }
        if (request.getProperty(Requests.AUDIT_DETAILS) instanceof Map<?, ?> gathered) {
            gathered.forEach((name, value) -> details.put(String.valueOf(name), value));
        }
        details.put("status", response.getStatus());
        audit.record(caller, action, subject, response.getStatus() < FIRST_FAILURE ? Outcome.DONE : Outcome.FAILED, details);
    }
}
