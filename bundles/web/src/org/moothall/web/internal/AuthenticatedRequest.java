package org.moothall.web.internal;

import java.security.Principal;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.moothall.security.Caller;
import org.moothall.web.Requests;
import org.moothall.web.Requests.CallerPrincipal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

/** A request whose caller is known. */
@NonNullByDefault({})
final class AuthenticatedRequest extends HttpServletRequestWrapper {

    private final Caller caller;

    AuthenticatedRequest(HttpServletRequest request, Caller caller, String token) {
        super(request);
        this.caller = caller;
        request.setAttribute(Requests.CALLER, caller);
        request.setAttribute(Requests.TOKEN, token);
    }

    @Override
    public Principal getUserPrincipal() {
        return new Known(caller);
    }

    @Override
    public String getRemoteUser() {
        return caller.name();
    }

    @NonNullByDefault
    private record Known(Caller caller) implements CallerPrincipal {
        @Override
        public String getName() {
            return caller.name();
        }
    }
}
