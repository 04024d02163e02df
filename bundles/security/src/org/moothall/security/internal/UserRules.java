package org.moothall.security.internal;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

import org.moothall.core.Problem;
import org.moothall.core.Secret;
import org.moothall.security.Users;

/** What names and passwords may be. */
public final class UserRules {

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}._@-]{1,64}");

    /** Shorter names occur in good passwords by chance. */
    private static final int TELLING_NAME = 4;

    private UserRules() {}

    static String name(String name) {
        String normal = Normalizer.normalize(name, Normalizer.Form.NFKC);
        if (!NAME.matcher(normal).matches()) {
            throw Problem.invalid("name", "must be 1 to 64 letters, digits or any of . _ - @").exception();
        }
        return normal;
    }

    /** Two names with the same key are the same. */
    public static String key(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    static Secret password(String field, String userName, Secret password) {
        String text = password.reveal();
        int length = text.codePointCount(0, text.length());
        if (length < Users.MIN_PASSWORD || length > Users.MAX_PASSWORD) {
            throw Problem.invalid(field, "must have " + Users.MIN_PASSWORD + " to " + Users.MAX_PASSWORD + " characters.").exception();
        }
        boolean named = userName.length() >= TELLING_NAME && key(text).contains(key(userName));
        if (named || text.chars().distinct().count() < 3) {
            throw Problem.invalid(field, "is too easy to guess: it must not contain the user name nor repeat one or two characters.").exception();
        }
        return password;
    }
}
