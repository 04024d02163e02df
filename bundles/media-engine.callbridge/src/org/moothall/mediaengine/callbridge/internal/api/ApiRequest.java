package org.moothall.mediaengine.callbridge.internal.api;

import java.util.List;
import java.util.UUID;

import org.eclipse.jdt.annotation.Nullable;

/** A request below {@code /api/v1/}. Used by one thread. */
public final class ApiRequest {

    private final String method;
    private final List<String> path;
    private final Params query;
    private final String body;
    private @Nullable Params form;

    /** @param path segments as they came, without empty ones; @param body a form, but for the few paths that want something else */
    public ApiRequest(String method, List<String> path, Params query, String body) {
        this.method = method;
        this.path = List.copyOf(path);
        this.query = query;
        this.body = body;
    }

    /** As it came. */
    public String method() {
        return method;
    }

    /** The segments of the path. */
    public List<String> path() {
        return path;
    }

    /** What follows the question mark. */
    public Params query() {
        return query;
    }

    /** The body as it came. */
    public String body() {
        return body;
    }

    /** The body read as a form. Failure: {@code parameterError}. */
    public Params form() {
        Params read = form;
        if (read == null) {
            read = Params.parse(body);
            form = read;
        }
        return read;
    }

    /** The id at this place of the path; anything else does not exist. */
    public UUID id(int place, String reasonWhenNone) {
        try {
            String text = path.get(place);
            UUID id = UUID.fromString(text);
            if (id.toString().equalsIgnoreCase(text)) {
                return id;
            }
        } catch (IllegalArgumentException e) {
            throw ApiFailure.notFound(reasonWhenNone);
        }
        throw ApiFailure.notFound(reasonWhenNone);
    }
}
