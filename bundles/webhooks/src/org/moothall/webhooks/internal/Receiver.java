package org.moothall.webhooks.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.DataSize;
import org.moothall.core.Problem;
import org.moothall.core.ProblemException;
import org.moothall.core.Secret;
import org.moothall.core.json.Json;
import org.moothall.net.Https;
import org.moothall.net.Https.PeerSettings;
import org.moothall.net.HttpsPeer;
import org.moothall.net.HttpsPeer.Request;
import org.moothall.webhooks.Envelope;
import org.moothall.webhooks.Signature;
import org.moothall.webhooks.WebhooksProblem;
import org.moothall.webhooks.internal.store.WebhookRow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** The connection to the receiver of one webhook as it is configured; a changed one gets another. */
final class Receiver implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofSeconds(15);
    private static final DataSize MAX_ANSWER = DataSize.ofMebibytes(1);
    private static final int FIRST_SUCCESS = 200;
    private static final int FIRST_REDIRECT = 300;

    private final HttpsPeer peer;
    private final Target target;
    private final Secret secret;
    private final Clock clock;
    private final JsonMapper json = Json.strict();

    Receiver(Https https, WebhookRow row, Secret secret, Clock clock) {
        this.target = Target.of(row.url());
        this.peer = https.peer(new PeerSettings(target.base(), null, row.trust().policy(), TIMEOUT, MAX_ANSWER, 1));
        this.secret = secret;
        this.clock = clock;
    }

    /** What came of it. @param status that was answered, or null when none was @param problem or null when it was taken */
    record Answer(@Nullable Integer status, @Nullable Problem problem) {}

    /** Posts it. The problem is one of the network, or {@link WebhooksProblem#NOT_TAKEN}. */
    Answer post(Envelope envelope) {
        try {
            int status = status(envelope);
            boolean taken = status >= FIRST_SUCCESS && status < FIRST_REDIRECT;
            return new Answer(status, taken ? null : Problem.of(WebhooksProblem.NOT_TAKEN, target.host() + " answered with status " + status
                    + ". It has to answer with a status from 200 to 299 when it has taken the events; look at its own log."));
        } catch (ProblemException e) {
            return new Answer(null, e.problem());
        }
    }

    private int status(Envelope envelope) {
        Instant now = clock.instant();
        byte[] body = bytes(envelope);
        return peer.sendForStatus(new Request("POST", target.path(), Map.of("Content-Type", "application/json", "User-Agent", "Moothall",
                Signature.TIMESTAMP, Long.toString(now.getEpochSecond()), Signature.HEADER, Signature.of(secret, now, body)), body)).status();
    }

    private byte[] bytes(Envelope envelope) {
        try {
            return json.writeValueAsBytes(envelope);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("an event holds something that JSON cannot", e);
        }
    }

    @Override
    public void close() {
        peer.close();
    }
}
