package org.moothall.client.internal;

import java.util.concurrent.CompletableFuture;

import org.moothall.client.Call;
import org.moothall.client.Operation;
import org.moothall.client.OperationsClient;
import org.moothall.core.Page;

/** {@code /operations}. */
record OperationsCalls(Calls api) implements OperationsClient {

    @Override
    public CompletableFuture<Page<Operation>> list() {
        return api.call(Call.get("/operations")).thenApply(answer -> Wire.page(answer.body(), Operation.class));
    }

    @Override
    public CompletableFuture<Operation> get(String id) {
        return api.read(Call.get(path(id)), Operation.class);
    }

    @Override
    public CompletableFuture<Void> cancel(String id) {
        return api.done(Call.delete(path(id)));
    }

    private static String path(String id) {
        return "/operations/" + Wire.segment(id);
    }
}
