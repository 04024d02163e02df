package org.moothall.web.internal.rest;

import org.moothall.core.Page;
import org.moothall.core.Problem;
import org.moothall.web.Audited;
import org.moothall.web.Described;
import org.moothall.web.Operation;
import org.moothall.web.RequiresPermission;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Long work under way. */
@Component(service = OperationsResource.class)
@JakartarsResource
@Path("operations")
@Produces(MediaType.APPLICATION_JSON)
public final class OperationsResource {

    private final RunningOperations operations;

    /** Made by the component runtime. */
    @Activate
    public OperationsResource(@Reference RunningOperations operations) {
        this.operations = operations;
    }

    @Described("Lists long-running operations, the newest first.")
    @GET
    @RequiresPermission("operations.read")
    public Page<Operation> list() {
        return Page.all(operations.all());
    }

    @Described("Shows an operation: its progress, the step that it is at, and its result or why it failed.")
    @GET
    @Path("{id}")
    @RequiresPermission("operations.read")
    public Operation get(@PathParam("id") String id) {
        return found(id).state();
    }

    @Described("Asks an operation to stop. It ends at the next place where it can.")
    @DELETE
    @Path("{id}")
    @RequiresPermission("operations.read")
    @Audited("operations.cancel")
    public Operation cancel(@PathParam("id") String id) {
        return found(id).cancel();
    }

    private OperationRun found(String id) {
        return operations.find(id).orElseThrow(() -> Problem.notFound("operation", id).exception());
    }
}
