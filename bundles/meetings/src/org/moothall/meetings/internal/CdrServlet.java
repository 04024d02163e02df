package org.moothall.meetings.internal;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.ProblemException;
import org.moothall.meetings.internal.MeetingsRoom.Sender;
import org.moothall.meetings.internal.intake.CdrXml;
import org.moothall.meetings.internal.projection.CdrRecord;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletAsyncSupported;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Where Call Bridges send their call detail records. 200 means that they are on disk; anything else makes the bridge send
 * them again. No thread waits for the disk; when too much is under way, bridges are told to come back later.
 *
 * @spec wire §2.1
 */
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern("/cdr/*")
@HttpWhiteboardServletAsyncSupported
@NonNullByDefault({})
public final class CdrServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(CdrServlet.class);
    private static final int MAX_BODY = 4 << 20;
    private static final int MAX_UNDER_WAY = 50_000;
    private static final long GIVE_UP_MILLIS = 20_000;

    private final transient MeetingsRoom room;
    /** Records that were taken in and are not folded yet: what bounds the memory. */
    private final transient Semaphore underWay = new Semaphore(MAX_UNDER_WAY);

    /** Takes records in for this room. */
    @Activate
    public CdrServlet(@Reference MeetingsRoom room) {
        this.room = room;
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Sender> sender = room.sender(secret(request.getPathInfo()));
        if (sender.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        byte[] body = request.getInputStream().readNBytes(MAX_BODY + 1);
        if (body.length > MAX_BODY) {
            response.setStatus(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
            return;
        }
        try {
            take(sender.get(), CdrXml.read(body), request, response);
        } catch (CdrXml.Refused e) {
            LOG.warn("Records of {} were refused: {}", sender.get().bridge().value(), e.getMessage());
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        }
    }

    private void take(Sender sender, List<CdrRecord> records, HttpServletRequest request, HttpServletResponse response) {
        int permits = Math.max(1, records.size());
        if (!underWay.tryAcquire(permits)) {
            response.setHeader("Retry-After", "1");
            response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            return;
        }
        AsyncContext async = request.startAsync();
        async.setTimeout(GIVE_UP_MILLIS);
        try {
            room.records().append(sender.bridge().value(), records, room.clock().instant()).whenComplete((fresh, failure) -> {
                if (failure == null) {
                    sender.desk().tell(sender.bridge().value(), fresh, () -> underWay.release(permits));
                } else {
                    underWay.release(permits);
                }
                answer(async, failure == null ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE, failure);
            });
        } catch (ProblemException e) {
            underWay.release(permits);
            answer(async, HttpServletResponse.SC_SERVICE_UNAVAILABLE, e);
        }
    }

    private static void answer(AsyncContext async, int status, @Nullable Throwable failure) {
        if (failure != null) {
            LOG.warn("Records could not be kept; the Call Bridge will send them again: {}", failure.getMessage());
        }
        try {
            if (async.getResponse() instanceof HttpServletResponse response) {
                response.setStatus(status);
            }
            async.complete();
        } catch (IllegalStateException e) {
            LOG.debug("the Call Bridge did not wait for the answer", e);
        }
    }

    private static String secret(@Nullable String pathInfo) {
        return pathInfo == null || pathInfo.isEmpty() ? "" : pathInfo.substring(1);
    }
}
