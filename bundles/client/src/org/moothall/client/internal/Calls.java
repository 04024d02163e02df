package org.moothall.client.internal;

import java.util.concurrent.CompletableFuture;

import org.moothall.client.Answer;
import org.moothall.client.Call;

/** Where typed calls go. */
@FunctionalInterface
interface Calls {

    CompletableFuture<Answer> call(Call call);

    default <T> CompletableFuture<T> read(Call call, Class<T> type) {
        return call(call).thenApply(answer -> Wire.read(answer.body(), type));
    }

    default CompletableFuture<Void> done(Call call) {
        return call(call).thenAccept(answer -> {});
    }
}
