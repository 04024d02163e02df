package org.moothall.mediaengine.callbridge.internal.api;

import java.security.SecureRandom;
import java.util.Base64;

/** The secrets in the links to spaces. @spec meeting-server-wire §1.9 */
public final class Secrets {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 16;

    private Secrets() {}

    /** Whether a new one is needed: asked for, or there is a number and none yet. */
    public static boolean wanted(ApiRequest request, boolean number, String secret) {
        return "true".equalsIgnoreCase(request.form().get("regenerateSecret")) || number && secret.isEmpty();
    }

    /** 22 characters that may stand in an address. */
    public static String fresh() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
