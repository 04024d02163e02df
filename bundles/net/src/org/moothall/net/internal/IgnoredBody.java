package org.moothall.net.internal;

import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

/**
 * Gives an empty body at once and reads the real one behind the scenes: a short one so that the connection can be used
 * again; a long or slow one ends with its connection.
 */
@NonNullByDefault({})
final class IgnoredBody implements BodySubscriber<byte[]> {

    private static final long WORTH_READING = 65_536;

    private final CompletableFuture<Void> whole = new CompletableFuture<>();
    private final Duration timeout;
    private Flow.@Nullable Subscription subscription;
    private long read;

    IgnoredBody(Duration timeout) {
        this.timeout = timeout;
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return CompletableFuture.completedFuture(new byte[0]);
    }

    @Override
    public void onSubscribe(Flow.Subscription started) {
        subscription = started;
        whole.orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS).exceptionally(late -> {
            started.cancel();
            return null;
        });
        started.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> parts) {
        for (ByteBuffer part : parts) {
            read += part.remaining();
        }
        Flow.Subscription current = subscription;
        if (read > WORTH_READING && current != null) {
            current.cancel();
            whole.complete(null);
        }
    }

    @Override
    public void onError(Throwable failure) {
        whole.complete(null);
    }

    @Override
    public void onComplete() {
        whole.complete(null);
    }
}
