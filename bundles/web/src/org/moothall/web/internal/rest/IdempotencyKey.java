package org.moothall.web.internal.rest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.Problem;
import org.moothall.web.internal.store.AnswerStore;

/**
 * A key that a client chose so that it may repeat a request without fear of doing it twice. Everybody has keys of their own.
 *
 * @param caller id of the user who asks
 */
record IdempotencyKey(String caller, String key) {

    static final String HEADER = "Idempotency-Key";

    /** The key among these header values, if there is one. */
    static Optional<IdempotencyKey> of(String caller, @Nullable List<String> values) {
        if (values == null || values.isEmpty()) {
            return Optional.empty();
        }
        String key = values.get(0);
        if (values.size() > 1 || !key.matches("[ -~]{1,200}")) {
            throw Problem.invalid(HEADER, "must be one value of 1 to 200 printable ASCII characters.").exception();
        }
        return Optional.of(new IdempotencyKey(caller, key));
    }

    /** As it is kept. */
    AnswerStore.Key stored() {
        return new AnswerStore.Key(caller, key);
    }

    /** What the request is, so that another one is told from a repetition; bodies may hold secrets and are not kept. */
    static String print(String method, String pathAndQuery, byte[] body) {
        try {
            MessageDigest hash = MessageDigest.getInstance("SHA-256");
            hash.update((method + " " + pathAndQuery + "\n").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash.digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
