package org.moothall.meetings.internal.rest;

import java.util.List;
import java.util.Objects;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.Page;
import org.moothall.core.Problem;
import org.moothall.meetings.Macro;
import org.moothall.meetings.MacroId;
import org.moothall.meetings.Macros;
import org.moothall.security.Access;
import org.moothall.security.Caller;
import org.moothall.web.Audited;
import org.moothall.web.Bodies;
import org.moothall.web.Created;
import org.moothall.web.Described;
import org.moothall.web.EntityTags;
import org.moothall.web.Operation;
import org.moothall.web.Operations;
import org.moothall.web.Requests;
import org.moothall.web.RequiresPermission;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;

/** Macros: several commands over several meetings as one click, shared by all operators. */
@Component(service = MacrosResource.class)
@JakartarsResource
@Path("macros")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class MacrosResource {

    private final Macros macros;
    private final Operations operations;
    private final Access access;

    /** Answers for these macros. */
    @Activate
    public MacrosResource(@Reference Macros macros, @Reference Operations operations, @Reference Access access) {
        this.macros = macros;
        this.operations = operations;
        this.access = access;
    }

    /** A macro to add, or what changes of one. */
    public record MacroBody(@Nullable String name, @Nullable List<Macro.Step> steps) {

        List<Macro.Step> complete() {
            List<Macro.Step> given = Bodies.required("steps", steps);
            for (int i = 0; i < given.size(); i++) {
                Macro.@Nullable Step step = given.get(i);
                Bodies.required("steps[" + i + "]", step);
                Bodies.required("steps[" + i + "].meetings", Objects.requireNonNull(step).meetings());
                Bodies.required("steps[" + i + "].command", step.command());
            }
            return given;
        }
    }

    /** How to run. @param rehearse true to find out what would happen, without asking any Call Bridge to change anything */
    public record RunBody(@Nullable Boolean rehearse) {}

    /** What to undo: the token that came with what a run did. */
    public record UndoBody(@Nullable String undo) {}

    @Described("Lists all macros by name.")
    @GET
    @RequiresPermission(Permissions.READ)
    public Page<Macro> listMacros() {
        return Page.all(macros.all());
    }

    @Described("Shows a macro with its steps.")
    @GET
    @Path("{id}")
    @RequiresPermission(Permissions.READ)
    public Macro getMacro(@PathParam("id") String id) {
        return macros.find(new MacroId(id)).orElseThrow(() -> Problem.notFound("macro", id).exception());
    }

    @Described("Adds a macro. Every step is checked; a refusal names the place of the step that cannot be meant.")
    @POST
    @RequiresPermission(Permissions.OPERATE)
    @Audited("meetings.add-macro")
    public Created<Macro> addMacro(@Nullable MacroBody body, @Context ContainerRequestContext request) {
        MacroBody wanted = Bodies.present(body);
        String name = Bodies.required("name", wanted.name());
        Requests.audit(request, "name", name);
        Macro added = macros.add(name, wanted.complete(), AllowedMeetings.user(request));
        return new Created<>("macros/" + added.id().value(), added);
    }

    @Described("Changes a macro. What is left out stays; steps are replaced as a whole.")
    @PATCH
    @Path("{id}")
    @RequiresPermission(Permissions.OPERATE)
    @Audited("meetings.change-macro")
    public Macro changeMacro(@PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable MacroBody body,
            @Context ContainerRequestContext request) {
        Macro old = getMacro(id);
        @Nullable Long version = EntityTags.required(ifMatch);
        MacroBody wanted = Bodies.present(body);
        @Nullable String name = wanted.name();
        Requests.audit(request, "name", name == null ? old.name() : name);
        Macro changed = new Macro(old.id(), name == null ? old.name() : name, wanted.steps() == null ? old.steps() : wanted.complete(), old.changedBy(),
                old.changedAt(), old.version());
        return macros.change(changed, version == null ? old.version() : version, AllowedMeetings.user(request));
    }

    @Described("Removes a macro.")
    @DELETE
    @Path("{id}")
    @RequiresPermission(Permissions.OPERATE)
    @Audited("meetings.remove-macro")
    public void removeMacro(@PathParam("id") String id, @Context ContainerRequestContext request) {
        Macro old = getMacro(id);
        Requests.audit(request, "name", old.name());
        macros.remove(old.id());
    }

    @Described("Runs or rehearses a macro. Answers an operation whose result tells, per meeting and participant, what happened or, rehearsed, what would "
            + "happen. Cancelled, it ends after the step that it is at.")
    @POST
    @Path("{id}/runs")
    @RequiresPermission(Permissions.OPERATE)
    @Audited("meetings.run-macro")
    public Operation runMacro(@PathParam("id") String id, @Nullable RunBody body, @Context ContainerRequestContext request) {
        Macro macro = getMacro(id);
        boolean rehearse = body != null && Boolean.TRUE.equals(body.rehearse());
        Caller caller = Requests.caller(request.getSecurityContext());
        Requests.audit(request, "name", macro.name());
        Requests.audit(request, "rehearse", rehearse);
        return operations.start(caller, (rehearse ? "Rehearse " : "Run ") + macro.name(), progress -> {
            progress.at(0, macro.steps().size(), macro.name());
            return macros.run(macro, rehearse, run(macro, caller, progress));
        });
    }

    @Described("Undoes a run of a macro, as far as the Call Bridges allow: an operation whose result tells how that went, per meeting and participant.")
    @POST
    @Path("{id}/undo")
    @RequiresPermission(Permissions.OPERATE)
    @Audited("meetings.undo-macro")
    public Operation undoMacro(@PathParam("id") String id, @Nullable UndoBody body, @Context ContainerRequestContext request) {
        Macro macro = getMacro(id);
        Requests.audit(request, "name", macro.name());
        Macros.Undo undo = macros.undo(macro.id(), Bodies.required("undo", Bodies.present(body).undo()));
        Caller caller = Requests.caller(request.getSecurityContext());
        return operations.start(caller, "Undo " + macro.name(), progress -> undo.by(run(macro, caller, progress)));
    }

    private Macros.Run run(Macro macro, Caller caller, Operations.Progress progress) {
        int all = macro.steps().size();
        return new Macros.Run(caller.name(), cluster -> access.may(caller, Permissions.OPERATE, cluster.value()), sofar -> {
            progress.sofar(sofar);
            progress.at((int) sofar.outcomes().stream().mapToInt(outcome -> outcome.step()).distinct().count(), all, macro.name());
        }, progress::cancelled);
    }
}
