package org.moothall.web.internal.rest;

import java.net.URI;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.moothall.core.Versioned;
import org.moothall.web.Created;
import org.moothall.web.EntityTags;
import org.moothall.web.Operation;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status;

/** Makes of what methods return the answer that everybody expects: what was made or begun has a Location, what has a version an ETag. */
@NonNullByDefault({})
final class Answers implements ContainerResponseFilter {

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getEntity() instanceof Created<?> created) {
            response.setStatusInfo(Status.CREATED);
            response.getHeaders().putSingle(HttpHeaders.LOCATION, URI.create("/api/v1/" + created.path()));
            response.setEntity(created.entity(), response.getEntityAnnotations(), response.getMediaType());
        }
        if (response.getEntity() instanceof Operation operation && request.getMethod().equals(HttpMethod.POST)) {
            response.setStatusInfo(Status.ACCEPTED);
            response.getHeaders().putSingle(HttpHeaders.LOCATION, URI.create("/api/v1/operations/" + operation.id()));
        }
        if (response.getEntity() instanceof Versioned versioned) {
            response.getHeaders().putSingle(HttpHeaders.ETAG, EntityTags.of(versioned.version()));
        }
    }
}
