package org.moothall.meetings.internal.find;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;

import org.moothall.core.Problem;

/** The row after which a page begins. */
public record Cursor(String key, String id) {

    private static final int MAX_KEY_BYTES = 64;

    /** Text as digits that sort by code point on every store, whatever its language; long ones cut. */
    public static String hex(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(bytes, 0, Math.min(bytes.length, MAX_KEY_BYTES));
    }

    /** As it travels. */
    public String text() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((key + '|' + id).getBytes(StandardCharsets.UTF_8));
    }

    /** From how it travelled. */
    public static Cursor of(String text) {
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            int bar = plain.indexOf('|');
            if (bar >= 0) {
                return new Cursor(plain.substring(0, bar), plain.substring(bar + 1));
            }
        } catch (IllegalArgumentException e) {
            throw refused();
        }
        throw refused();
    }

    private static org.moothall.core.ProblemException refused() {
        return Problem.invalid("cursor", "must be the value of \"next\" of the page before.").exception();
    }
}
