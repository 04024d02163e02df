package org.moothall.web.internal;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.Problem;
import org.moothall.web.WebProblem;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.runtime.JakartarsServiceRuntime;
import org.osgi.service.jakartars.runtime.dto.ApplicationDTO;
import org.osgi.service.jakartars.runtime.dto.RuntimeDTO;
import org.osgi.service.servlet.runtime.HttpServiceRuntime;
import org.osgi.service.servlet.whiteboard.Preprocessor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import jakarta.ws.rs.core.Feature;

/** Whether authentication, filters and all resources that are registered now are in place. */
@Component(service = Readiness.class)
public final class Readiness {

    private static final Logger LOG = LoggerFactory.getLogger(Readiness.class);
    private static final String RESOURCES = "(osgi.jakartars.resource=true)";
    private static final String EXTENSIONS = "(osgi.jakartars.extension=true)";
    private static final long PAUSE_NANOS = 5_000_000;
    private static final long FAILED_PATIENCE_NANOS = 8_000_000_000L;
    private static final long LOOK_NANOS = 500_000_000;

    private final BundleContext context;
    private long lastLook = System.nanoTime();

    /** Made by the component runtime. */
    @Activate
    public Readiness(BundleContext context, @Reference OpenPaths openPaths) {
        this.context = context;
    }

    /** Returns when all is in place; a problem that names what is missing when it is not by then ({@code System.nanoTime}). */
    void await(long deadline) {
        long patienceEnds = System.nanoTime() + FAILED_PATIENCE_NANOS;
        @Nullable String missing = missing(patienceEnds);
        while (missing != null) {
            if (System.nanoTime() - deadline > 0 || Thread.interrupted()) {
                throw Problem.of(WebProblem.NOT_READY, "Missing: " + missing + ". The log says why.").exception();
            }
            LockSupport.parkNanos(PAUSE_NANOS);
            missing = missing(patienceEnds);
        }
    }

    /** What is not in place yet, or null. @param patienceEnds until when resources that failed may still come */
    private @Nullable String missing(long patienceEnds) {
        try {
            return missingNow(patienceEnds);
        } catch (IllegalStateException e) {
            return "the servlet whiteboard, which starts anew"; // It went away while it was asked.
        }
    }

    private @Nullable String missingNow(long patienceEnds) {
        if (context.getServiceReference(Preprocessor.class) == null) {
            return "authentication";
        }
        HttpServiceRuntime servlets = service(HttpServiceRuntime.class);
        if (servlets == null || servlets.getRuntimeDTO().preprocessorDTOs.length == 0) {
            return "the servlet whiteboard";
        }
        JakartarsServiceRuntime rest = service(JakartarsServiceRuntime.class);
        return rest == null ? "the REST whiteboard" : missing(rest.getRuntimeDTO(), patienceEnds);
    }

    private @Nullable String missing(RuntimeDTO runtime, long patienceEnds) {
        Set<Long> present = new HashSet<>();
        for (ApplicationDTO application : allApplications(runtime)) {
            Arrays.stream(application.resourceDTOs).forEach(resource -> present.add(resource.serviceId));
            Arrays.stream(application.extensionDTOs).forEach(extension -> present.add(extension.serviceId));
        }
        if (runtime.failedResourceDTOs.length > 0) {
            if (System.nanoTime() - patienceEnds < 0) {
                lookAgain();
                return "the resource " + componentOf(runtime.failedResourceDTOs[0].serviceId);
            }
            Arrays.stream(runtime.failedResourceDTOs).forEach(failed -> {
                LOG.error("The resource {} cannot be published (reason {}).", componentOf(failed.serviceId), failed.failureReason);
                present.add(failed.serviceId);
            });
        }
        String extension = firstAbsent(EXTENSIONS, present);
        return extension == null ? firstAbsent(RESOURCES, present) : extension;
    }

    /**
     * A resource whose component was just being activated counts as failed until something changes on the whiteboard: this
     * changes something.
     */
    private void lookAgain() {
        if (System.nanoTime() - lastLook > LOOK_NANOS) {
            lastLook = System.nanoTime();
            Feature nothing = any -> false;
            context.registerService(Feature.class, nothing, FrameworkUtil.asDictionary(
                    Map.of("osgi.jakartars.extension", "true", "osgi.jakartars.name", "look-again-" + lastLook)));
        }
    }

    private String componentOf(long serviceId) {
        try {
            ServiceReference<?>[] found = context.getAllServiceReferences(null, "(" + Constants.SERVICE_ID + "=" + serviceId + ")");
            return found == null ? "of service " + serviceId : String.valueOf(found[0].getProperty("component.name"));
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ApplicationDTO[] allApplications(RuntimeDTO runtime) {
        ApplicationDTO[] all = Arrays.copyOf(runtime.applicationDTOs, runtime.applicationDTOs.length + 1);
        all[all.length - 1] = runtime.defaultApplication;
        return Arrays.stream(all).filter(java.util.Objects::nonNull).toArray(ApplicationDTO[]::new);
    }

    private @Nullable String firstAbsent(String filter, Set<Long> present) {
        try {
            ServiceReference<?>[] references = context.getAllServiceReferences(null, filter);
            return references == null ? null : Arrays.stream(references)
                    .filter(reference -> !present.contains(reference.getProperty(Constants.SERVICE_ID)))
                    .map(reference -> String.valueOf(reference.getProperty("component.name"))).findFirst().orElse(null);
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private <T> @Nullable T service(Class<T> type) {
        ServiceReference<T> reference = context.getServiceReference(type);
        return reference == null ? null : context.getService(reference);
    }
}
