package org.moothall.web.internal;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.moothall.web.SelfAuthenticated;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Which requests may pass without a session: signing in, and what authenticates its callers by itself. */
@Component(service = OpenPaths.class)
public final class OpenPaths {

    private static final String SIGN_IN = "/api/v1/sessions";

    private final List<SelfAuthenticated> selfAuthenticated = new CopyOnWriteArrayList<>();

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void add(SelfAuthenticated prefix) {
        selfAuthenticated.add(prefix);
    }

    void remove(SelfAuthenticated prefix) {
        selfAuthenticated.remove(prefix);
    }

    /** @param path decoded and normalised as the dispatcher sees it */
    boolean signIn(String method, String path) {
        return method.equals("POST") && path.equals(SIGN_IN);
    }

    boolean selfAuthenticated(String path) {
        return selfAuthenticated.stream().anyMatch(prefix -> path.startsWith(prefix.pathPrefix()));
    }
}
