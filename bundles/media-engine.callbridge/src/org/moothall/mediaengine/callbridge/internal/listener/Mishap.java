package org.moothall.mediaengine.callbridge.internal.listener;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.moothall.mediaengine.callbridge.Fault;
import org.moothall.mediaengine.callbridge.internal.faults.FaultBox;

/** Lets requests go wrong as the faults say. */
@NonNullByDefault({})
public final class Mishap {

    private static final int CUT_LENGTH = 4_096;

    private final FaultBox faults;
    private final ScheduledExecutorService scheduler;
    private final Executor threads;

    /** @param scheduler waits out delays; @param threads answer after them */
    public Mishap(FaultBox faults, ScheduledExecutorService scheduler, Executor threads) {
        this.faults = faults;
        this.scheduler = scheduler;
        this.threads = threads;
    }

    /** Answers by {@code properly} unless something goes wrong, or later. */
    void around(Request request, Response response, Callback callback, Runnable properly) {
        List<FaultBox.Hit> hits = faults.onRequest(request.getMethod(), request.getHttpURI().getPath());
        long delay = hits.stream().filter(hit -> hit.fault().kind() == Fault.Kind.LATENCY).mapToLong(hit -> hit.length().toMillis()).sum();
        Runnable then = hits.stream().filter(hit -> hit.fault().kind() != Fault.Kind.LATENCY).findFirst().map(hit -> wrongly(hit, request, response, callback))
                .orElse(properly);
        if (delay > 0) {
            scheduler.schedule(() -> threads.execute(then), delay, TimeUnit.MILLISECONDS);
        } else {
            then.run();
        }
    }

    private static Runnable wrongly(FaultBox.Hit hit, Request request, Response response, Callback callback) {
        return switch (hit.fault().kind()) {
            case STATUS -> () -> {
                response.setStatus(hit.fault().answer());
                response.getHeaders().put(HttpHeader.CONTENT_LENGTH, 0);
                response.write(true, ByteBuffer.allocate(0), callback);
            };
            case CUT -> () -> {
                response.setStatus(200);
                response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/xml");
                response.getHeaders().put(HttpHeader.CONTENT_LENGTH, CUT_LENGTH);
                ByteBuffer half = ByteBuffer
                        .wrap("<?xml version=\"1.0\"?><calls total=\"17\"><call id=\"".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
                response.write(false, half, Callback.from(() -> close(request, callback), failure -> close(request, callback)));
            };
            case HALF_OPEN -> () -> {};
            default -> () -> close(request, callback);
        };
    }

    private static void close(Request request, Callback callback) {
        request.getConnectionMetaData().getConnection().getEndPoint().close();
        callback.failed(new EofException("cut on purpose"));
    }
}
