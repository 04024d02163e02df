package org.moothall.web.internal.rest;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.moothall.security.Access;
import org.moothall.security.AuditTrail;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsExtension;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsName;

import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;

/** Everything that all resources share, as one extension: the whiteboard has it whole or not at all. */
@Component(service = Feature.class)
@JakartarsExtension
@JakartarsName("moothall")
@NonNullByDefault({})
public final class ApiFeature implements Feature {

    private final Access access;
    private final AuditTrail audit;
    private final KeptAnswers answers;

    /** Made by the component runtime. */
    @Activate
    public ApiFeature(@Reference Access access, @Reference AuditTrail audit, @Reference KeptAnswers answers) {
        this.access = access;
        this.audit = audit;
        this.answers = answers;
    }

    @Override
    public boolean configure(FeatureContext context) {
        context.property("jersey.config.server.wadl.disableWadl", true);
        context.property("jersey.config.server.response.setStatusOverSendError", true);
        context.register(new JsonBodies());
        context.register(new Problems());
        // Filters of answers run in descending order: before those that look at the answer.
        context.register(new Answers(), Priorities.USER);
        context.register(new MethodGuard(access, audit, answers));
        return true;
    }
}
