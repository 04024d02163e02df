package org.moothall.mediaengine.callbridge.internal.api;

/**
 * An answer.
 *
 * @param body XML, or empty
 * @param location path of what was made, or empty
 * @param token for the events channel, or empty
 */
public record ApiReply(int status, byte[] body, String location, String token) {

    private static final byte[] NOTHING = {};

    /** This document. */
    public static ApiReply of(Xml xml) {
        return new ApiReply(200, xml.bytes(), "", "");
    }

    /** Done. */
    public static ApiReply done() {
        return new ApiReply(200, NOTHING, "", "");
    }

    /** Made, to be found under this path below {@code /api/v1/}. */
    public static ApiReply made(String path) {
        return new ApiReply(200, NOTHING, "/api/v1/" + path, "");
    }

    /** A token for the events channel. */
    public static ApiReply token(String token) {
        return new ApiReply(200, NOTHING, "", token);
    }
}
