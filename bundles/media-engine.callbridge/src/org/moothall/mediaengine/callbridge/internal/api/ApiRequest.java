package org.moothall.mediaengine.callbridge.internal.api;

import java.util.List;
import java.util.UUID;

/**
 * A request below {@code /api/v1/}.
 *
 * @param path segments as they came, without empty ones
 */
public record ApiRequest(String method, List<String> path, Params query, Params form) {

    public ApiRequest {
        path = List.copyOf(path);
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
