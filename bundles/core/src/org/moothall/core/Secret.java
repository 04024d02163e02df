package org.moothall.core;

import java.util.Arrays;

import org.eclipse.jdt.annotation.Nullable;

/** A password, token or key that cannot be printed by accident. */
public final class Secret {

    private final char[] value;

    private Secret(char[] value) {
        this.value = value;
    }

    /** Keeps this text secret. */
    public static Secret of(String value) {
        return new Secret(value.toCharArray());
    }

    /** The text itself: only where it leaves for its destination. */
    public String reveal() {
        return new String(value);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Secret that && java.security.MessageDigest.isEqual(bytes(), that.bytes());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(value);
    }

    @Override
    public String toString() {
        return "••••";
    }

    private byte[] bytes() {
        return reveal().getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }
}
