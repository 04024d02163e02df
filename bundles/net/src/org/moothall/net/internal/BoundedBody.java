package org.moothall.net.internal;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;

/** Collects a body and gives up as soon as it is longer than the limit, so that no answer can fill the memory. */
@NonNullByDefault({})
final class BoundedBody implements BodySubscriber<byte[]> {

    private final CompletableFuture<byte[]> body = new CompletableFuture<>();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final long limit;
    private final long announced;
    private Flow.@Nullable Subscription subscription;

    BoundedBody(long limit, long announced) {
        this.limit = limit;
        this.announced = announced;
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return body;
    }

    @Override
    public void onSubscribe(Flow.Subscription started) {
        subscription = started;
        if (announced > limit) {
            refuse(started);
        } else {
            started.request(Long.MAX_VALUE);
        }
    }

    @Override
    public void onNext(List<ByteBuffer> parts) {
        Flow.Subscription current = subscription;
        for (ByteBuffer part : parts) {
            if (current == null || body.isDone()) {
                return;
            }
            if (bytes.size() + (long) part.remaining() > limit) {
                refuse(current);
                return;
            }
            byte[] piece = new byte[part.remaining()];
            part.get(piece);
            bytes.writeBytes(piece);
        }
    }

    @Override
    public void onError(Throwable failure) {
        body.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        body.complete(bytes.toByteArray());
    }

    private void refuse(Flow.Subscription current) {
        body.completeExceptionally(new TooLarge(limit));
        bytes.reset();
        current.cancel();
    }

    /** The body is longer than its limit in bytes. */
    static final class TooLarge extends java.io.IOException {
        private static final long serialVersionUID = 1L;
        private final long limit;

        TooLarge(long limit) {
            super("longer than " + limit + " bytes");
            this.limit = limit;
        }

        long limit() {
            return limit;
        }
    }
}
