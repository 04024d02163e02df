package org.moothall.mediaengine.callbridge.internal.api;

import java.nio.charset.StandardCharsets;

/**
 * An answer.
 *
 * @param body XML, or empty
 * @param type of the body
 * @param location path of what was made, or empty
 * @param token for the events channel, or empty
 */
public record ApiReply(int status, String type, byte[] body, String location, String token) {

    /** The type of nearly everything; without charset. */
    public static final String XML = "text/xml";
    private static final byte[] NOTHING = {};

    /** This document. */
    public static ApiReply of(Xml xml) {
        return new ApiReply(200, XML, xml.bytes(), "", "");
    }

    /** This text. */
    public static ApiReply plain(String text) {
        return new ApiReply(200, "text/plain", text.getBytes(StandardCharsets.UTF_8), "", "");
    }

    /** This JSON. */
    public static ApiReply json(String text) {
        return new ApiReply(200, "application/json", text.getBytes(StandardCharsets.UTF_8), "", "");
    }

    /** Done. */
    public static ApiReply done() {
        return new ApiReply(200, XML, NOTHING, "", "");
    }

    /** Made, to be found under this path below {@code /api/v1/}. */
    public static ApiReply made(String path) {
        return new ApiReply(200, XML, NOTHING, "/api/v1/" + path, "");
    }

    /** A token for the events channel. */
    public static ApiReply token(String token) {
        return new ApiReply(200, XML, NOTHING, "", token);
    }
}
