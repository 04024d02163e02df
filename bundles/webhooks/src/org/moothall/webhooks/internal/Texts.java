package org.moothall.webhooks.internal;

import java.util.List;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.Problem;
import org.moothall.core.Secret;
import org.moothall.core.Trust;
import org.moothall.webhooks.Webhooks.Change;
import org.moothall.webhooks.internal.store.WebhookRow;

/** What people wrote, checked. */
final class Texts {

    private static final int LONGEST_NAME = 100;
    private static final int SHORTEST_SECRET = 16;
    private static final int LONGEST_SECRET = 256;

    private Texts() {}

    /** A webhook after a change: null keeps what was. */
    static WebhookRow applied(WebhookRow old, Change change) {
        String url = change.url();
        List<String> types = change.eventTypes();
        Trust trust = change.trust();
        Boolean paused = change.paused();
        if (url != null) {
            Target.of(url);
        }
        if (trust != null) {
            trust.policy();
        }
        return new WebhookRow(old.id(), name(change.name(), old.name()), url == null ? old.url() : url.strip(),
                types == null ? old.eventTypes() : Filter.checked(types), trust == null ? old.trust() : trust, old.owner(),
                paused == null ? old.paused() : paused, old.standing(), old.generation(), old.version());
    }

    static String name(@Nullable String name, String otherwise) {
        if (name == null) {
            return otherwise;
        }
        String bare = name.strip();
        if (bare.isEmpty() || bare.length() > LONGEST_NAME || bare.chars().anyMatch(Character::isISOControl)) {
            throw Problem.invalid("name", "must be 1 to " + LONGEST_NAME + " printable characters.").exception();
        }
        return bare;
    }

    static Secret secret(Secret secret) {
        int length = secret.reveal().length();
        if (length < SHORTEST_SECRET || length > LONGEST_SECRET) {
            throw Problem.invalid("secret", "must have " + SHORTEST_SECRET + " to " + LONGEST_SECRET + " characters; leave it out to have one made up.")
                    .exception();
        }
        return secret;
    }
}
