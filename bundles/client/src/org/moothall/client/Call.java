package org.moothall.client;

import org.eclipse.jdt.annotation.Nullable;

/**
 * A request to the API.
 *
 * @param method GET, POST, PUT, PATCH or DELETE
 * @param path below {@code /api/v1}, with query
 * @param body written as JSON by the API's form, or null for none
 * @param version sent as {@code If-Match} when not null
 */
public record Call(String method, String path, @Nullable Object body, @Nullable Long version) {

    public Call {
        if (!path.startsWith("/")) {
            throw new IllegalArgumentException("not a path of the API: " + path);
        }
    }

    /** Reads. */
    public static Call get(String path) {
        return new Call("GET", path, null, null);
    }

    /** Creates or does. */
    public static Call post(String path, @Nullable Object body) {
        return new Call("POST", path, body, null);
    }

    /** Replaces. */
    public static Call put(String path, Object body) {
        return new Call("PUT", path, body, null);
    }

    /** Changes what the body names. */
    public static Call patch(String path, Object body) {
        return new Call("PATCH", path, body, null);
    }

    /** Removes. */
    public static Call delete(String path) {
        return new Call("DELETE", path, null, null);
    }

    /** The same, refused with {@code core.changed-meanwhile} when the object is no longer at this version. */
    public Call ifVersion(long expected) {
        return new Call(method, path, body, expected);
    }
}
