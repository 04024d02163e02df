package org.moothall.web.internal.openapi;

import org.moothall.web.Described;
import org.moothall.web.RequiresPermission;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The document that describes this API. */
@Component(service = OpenApiResource.class)
@JakartarsResource
@Path("openapi.json")
@Produces(MediaType.APPLICATION_JSON)
public final class OpenApiResource {

    private final ApiDocument document;

    /** Made by the component runtime. */
    @Activate
    public OpenApiResource(@Reference ApiDocument document) {
        this.document = document;
    }

    @Described("This document.")
    @GET
    @RequiresPermission(RequiresPermission.SIGNED_IN)
    public byte[] get() {
        return document.json();
    }
}
