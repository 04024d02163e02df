package org.moothall.web.internal.rest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.json.Json;
import org.moothall.web.Requests;

import com.fasterxml.jackson.databind.json.JsonMapper;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Runs a POST with an {@code Idempotency-Key} once; a repetition gets the first answer, marked as such. After the check of the permission. */
@NonNullByDefault({})
final class IdempotentPosts implements ContainerRequestFilter, ContainerResponseFilter {

    /** Tells the client that the answer is a repeated one. */
    static final String REPLAYED = "Idempotency-Replayed";
    private static final String KEY = "org.moothall.web.idempotency-key";
    private static final String[] TELLING = {HttpHeaders.CONTENT_TYPE, HttpHeaders.LOCATION, HttpHeaders.ETAG};

    private final JsonMapper json = Json.strict();
    private final KeptAnswers answers;

    IdempotentPosts(KeptAnswers answers) {
        this.answers = answers;
    }

    /** Not for signing in, whose answer is a token, and not for what has no end. */
    static boolean appliesTo(Method method) {
        Produces produces = method.getAnnotation(Produces.class);
        boolean streams = produces != null && Arrays.asList(produces.value()).contains(MediaType.SERVER_SENT_EVENTS);
        return method.isAnnotationPresent(POST.class) && !SessionsResource.isSignIn(method) && !streams;
    }

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        String caller = Requests.caller(request.getSecurityContext()).user().value();
        Optional<IdempotencyKey> key = IdempotencyKey.of(caller, request.getHeaders().get(IdempotencyKey.HEADER));
        if (key.isEmpty()) {
            return;
        }
        byte[] body = BoundedBody.read(request.getEntityStream(), JsonBodies.MAX_BODY);
        request.setEntityStream(new ByteArrayInputStream(body));
        URI uri = request.getUriInfo().getRequestUri();
        String path = uri.getRawQuery() == null ? uri.getRawPath() : uri.getRawPath() + "?" + uri.getRawQuery();
        Optional<KeptAnswer> first = answers.begin(key.get(), IdempotencyKey.print(request.getMethod(), path, body));
        if (first.isPresent()) {
            Requests.audit(request, "repeatedAnswer", true);
            request.abortWith(response(first.get()));
        } else {
            request.setProperty(KEY, key.get());
        }
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) throws IOException {
        if (request.getProperty(KEY) instanceof IdempotencyKey key) {
            request.removeProperty(KEY);
            answers.answered(key, response.getStatus(), kept(response));
        }
    }

    private @Nullable KeptAnswer kept(ContainerResponseContext response) throws IOException {
        MediaType media = response.getMediaType();
        if (response.hasEntity() && (media == null || !media.getSubtype().endsWith("json"))) {
            return null;
        }
        Map<String, String> headers = new LinkedHashMap<>();
        for (String name : TELLING) {
            String value = response.getHeaderString(name);
            if (value != null) {
                headers.put(name, value);
            }
        }
        return new KeptAnswer(response.getStatus(), headers, response.hasEntity() ? json.writeValueAsString(response.getEntity()) : "");
    }

    private static Response response(KeptAnswer answer) {
        Response.ResponseBuilder response = Response.status(answer.status()).header(REPLAYED, "true");
        answer.headers().forEach(response::header);
        return (answer.body().isEmpty() ? response : response.entity(answer.body())).build();
    }
}
