package org.moothall.web.internal.rest;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * The answer to a POST as it went out.
 *
 * @param headers those that tell something of the outcome: Content-Type, Location, ETag
 * @param body JSON text; empty when there was none
 */
record KeptAnswer(int status, Map<String, String> headers, String body) {

    KeptAnswer {
        headers = Map.copyOf(headers);
    }

    int bytes() {
        return body.getBytes(StandardCharsets.UTF_8).length;
    }
}
