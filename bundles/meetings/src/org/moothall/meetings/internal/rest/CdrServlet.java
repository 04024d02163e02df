package org.moothall.meetings.internal.rest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.moothall.meetings.internal.MeetingsRoom;
import org.moothall.meetings.internal.intake.CdrIntake;
import org.moothall.meetings.internal.intake.CdrIntake.Answer;
import org.moothall.meetings.internal.intake.CdrIntake.Sender;
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
    private static final int BLOCK = 16 << 10;
    private static final long BODY_NANOS = TimeUnit.SECONDS.toNanos(20);
    private static final long GIVE_UP_MILLIS = 20_000;

    private final transient CdrIntake intake;

    /** Takes records in for this room. */
    @Activate
    public CdrServlet(@Reference MeetingsRoom room) {
        this.intake = room.intake();
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Sender> sender = intake.sender(secret(request.getPathInfo()));
        long announced = request.getContentLengthLong();
        if (sender.isEmpty()) {
            refuse(response, HttpServletResponse.SC_NOT_FOUND);
        } else if (announced > CdrIntake.MAX_BODY) {
            refuse(response, HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        } else {
            int most = announced < 0 ? CdrIntake.MAX_BODY : (int) announced;
            if (intake.reserve(most)) {
                take(sender.get(), most, request, response);
            } else {
                later(response);
            }
        }
    }

    private void take(Sender sender, int reserved, HttpServletRequest request, HttpServletResponse response) throws IOException {
        byte[] body = null;
        int refusal = HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE;
        try {
            body = body(request.getInputStream(), reserved);
        } catch (SlowBody e) {
            LOG.warn("Records of {} were given up: {}", sender.bridge(), e.getMessage());
            refusal = HttpServletResponse.SC_REQUEST_TIMEOUT;
        } finally {
            if (body == null) {
                intake.release(reserved);
            }
        }
        if (body == null) {
            refuse(response, refusal);
        } else {
            AsyncContext async = request.startAsync();
            async.setTimeout(GIVE_UP_MILLIS);
            intake.take(sender, body, reserved).thenAccept(answer -> answer(async, answer));
        }
    }

    /** The body, or null when it is longer than that. */
    private static byte @Nullable [] body(InputStream in, int most) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        byte[] block = new byte[BLOCK];
        long start = System.nanoTime();
        for (int length = in.read(block); length >= 0; length = in.read(block)) {
            body.write(block, 0, length);
            if (body.size() > most) {
                return null;
            }
            if (System.nanoTime() - start > BODY_NANOS) {
                throw new SlowBody();
            }
        }
        return body.toByteArray();
    }

    private static void answer(AsyncContext async, Answer answer) {
        try {
            if (async.getResponse() instanceof HttpServletResponse response) {
                switch (answer) {
                    case KEPT -> response.setStatus(HttpServletResponse.SC_OK);
                    case REFUSED -> response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
                    case LATER -> later(response);
                }
            }
            async.complete();
        } catch (IllegalStateException e) {
            LOG.debug("the Call Bridge did not wait for the answer", e);
        }
    }

    private static void later(HttpServletResponse response) {
        response.setHeader("Retry-After", "1");
        response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    }

    /** What follows on the connection is the rest of a body that nobody reads. */
    private static void refuse(HttpServletResponse response, int status) {
        response.setHeader("Connection", "close");
        response.setStatus(status);
    }

    private static String secret(@Nullable String pathInfo) {
        return pathInfo == null || pathInfo.isEmpty() ? "" : pathInfo.substring(1);
    }

    /** Whoever sends a body so slowly would hold a thread for ever. */
    private static final class SlowBody extends IOException {
        private static final long serialVersionUID = 1L;

        SlowBody() {
            super("the body took longer than " + TimeUnit.NANOSECONDS.toSeconds(BODY_NANOS) + " seconds");
        }
    }
}
