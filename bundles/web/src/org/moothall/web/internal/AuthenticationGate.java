package org.moothall.web.internal;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.moothall.core.Problem;
import org.moothall.core.json.Json;
import org.moothall.security.Authentication;
import org.moothall.security.Caller;
import org.moothall.security.SecurityProblem;
import org.moothall.web.Requests;
import org.moothall.web.WebProblem;
import org.moothall.web.internal.metrics.RequestCounts;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.Preprocessor;

import com.fasterxml.jackson.databind.json.JsonMapper;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Stands before everything: whoever registers a resource or servlet, nobody reaches it without a session. Default is no. */
@Component(service = Preprocessor.class)
@NonNullByDefault({})
public final class AuthenticationGate implements Preprocessor {

    /** Neither OPTIONS nor TRACE: there are no browsers of other origins to serve and nothing to echo. */
    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE");

    private final Authentication authentication;
    private final OpenPaths open;
    private final RequestCounts counts;
    private final JsonMapper json = Json.strict();

    /** Made by the component runtime. */
    @Activate
    public AuthenticationGate(@Reference Authentication authentication, @Reference OpenPaths open, @Reference RequestCounts counts) {
        this.authentication = authentication;
        this.open = open;
        this.counts = counts;
    }

    @Override
    public void doFilter(ServletRequest servletRequest, ServletResponse servletResponse, FilterChain chain) throws IOException, ServletException {
        long began = System.nanoTime();
        HttpServletResponse response = (HttpServletResponse) servletResponse;
        try {
            decide((HttpServletRequest) servletRequest, response, chain);
        } finally {
            counts.answered(response.getStatus(), System.nanoTime() - began);
        }
    }

    private void decide(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws IOException, ServletException {
        SecurityHeaders.set(response);
        String path = request.getServletPath() + Optional.ofNullable(request.getPathInfo()).orElse("");
        if (open.selfAuthenticated(path)) {
            chain.doFilter(request, response);
            return;
        }
        request.setAttribute(Requests.SOURCE, request.getRemoteAddr());
        if (!METHODS.contains(request.getMethod())) {
            answer(request, response, Problem.of(WebProblem.METHOD_NOT_ALLOWED, "Use one of GET, POST, PUT, PATCH and DELETE."));
        } else if (open.signIn(request.getMethod(), path)) {
            chain.doFilter(request, response);
        } else {
            authenticated(request, response, chain);
        }
    }

    private void authenticated(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws IOException, ServletException {
        Optional<String> token = Bearer.token(request.getHeader("Authorization"));
        Optional<Caller> caller = token.flatMap(text -> authentication.authenticate(text, request.getRemoteAddr()));
        if (caller.isPresent()) {
            chain.doFilter(new AuthenticatedRequest(request, caller.get(), token.orElseThrow()), response);
            return;
        }
        response.setHeader("WWW-Authenticate", token.isPresent() ? "Bearer error=\"invalid_token\"" : "Bearer");
        answer(request, response, Problem.of(SecurityProblem.NOT_SIGNED_IN, token.isPresent()
                ? "The session is unknown, expired or ended. Sign in again." : "Sign in and send the token as Authorization: Bearer."));
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, Problem problem) throws IOException {
        if (request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null) {
            // The body of a refused request is not read, so nothing else can come on this connection.
            response.setHeader("Connection", "close");
        }
        byte[] body = json.writeValueAsBytes(ProblemBody.of(problem));
        response.setStatus(problem.code().status());
        response.setContentType(ProblemBody.MEDIA_TYPE);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
