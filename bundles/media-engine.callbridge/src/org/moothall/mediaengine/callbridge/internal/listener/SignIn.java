package org.moothall.mediaengine.callbridge.internal.listener;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;

import org.moothall.core.Credentials;

/** HTTP Basic for the API's one user; compares in constant time. */
public final class SignIn {

    private static final String SCHEME = "basic";

    private final byte[] expected;

    /** Admits this user. */
    public SignIn(Credentials user) {
        expected = (user.user() + ":" + user.password().reveal()).getBytes(StandardCharsets.UTF_8);
    }

    /** Whether this {@code Authorization} header is right; the blank after the scheme may be missing, as with some clients. */
    boolean admits(String header) {
        if (!header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return false;
        }
        try {
            return MessageDigest.isEqual(expected, Base64.getDecoder().decode(header.substring(SCHEME.length()).strip()));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
