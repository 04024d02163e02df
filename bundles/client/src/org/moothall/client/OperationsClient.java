package org.moothall.client;

import java.util.concurrent.CompletableFuture;

import org.moothall.core.Page;

/** Long work on the server. Threads and failures as {@link Client} says. */
public interface OperationsClient {

    /** Work under way and of the last hour, newest first. */
    CompletableFuture<Page<Operation>> list();

    /** How far one is; {@code core.not-found} an hour after its end. */
    CompletableFuture<Operation> get(String id);

    /** Asks for it to stop. */
    CompletableFuture<Void> cancel(String id);
}
