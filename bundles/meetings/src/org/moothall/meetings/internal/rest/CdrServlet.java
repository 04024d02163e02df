package org.moothall.meetings.internal.rest;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.moothall.meetings.internal.MeetingsRoom;
import org.moothall.meetings.internal.intake.BoundedBody;
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
    /** Longer than a body may take, and than anybody waits for an answer. */
    private static final long GIVE_UP_MILLIS = 45_000;

    private final transient CdrIntake intake;
    private final transient BoundedBody bodies = new BoundedBody(System::nanoTime);

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
            AsyncContext async = request.startAsync();
            async.setTimeout(GIVE_UP_MILLIS);
            CompletableFuture<Boolean> room = intake.reserve(most);
            if (room.isDone()) {
                take(room.join(), sender.get(), most, async);
            } else {
                room.thenAccept(there -> async.start(() -> take(there, sender.get(), most, async)));
            }
        }
    }

    /** With room for the body, or without. */
    private void take(boolean room, Sender sender, int reserved, AsyncContext async) {
        if (!room) {
            answer(async, Answer.LATER);
            return;
        }
        byte[] body = null;
        try {
            body = read(sender, reserved, async);
        } finally {
            if (body == null) {
                intake.release(reserved);
                async.complete();
            }
        }
        if (body != null) {
            intake.take(sender, body, reserved).thenAccept(answer -> answer(async, answer));
        }
    }

    private byte @Nullable [] read(Sender sender, int most, AsyncContext async) {
        try {
            return bodies.read(async.getRequest().getInputStream(), most);
        } catch (BoundedBody.Unbounded e) {
            LOG.warn("Records of {} were not read: {}", sender.bridge(), e.getMessage());
            refuse(response(async), e.slow() ? HttpServletResponse.SC_REQUEST_TIMEOUT : HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        } catch (IOException e) {
            LOG.debug("{} went away", sender.bridge(), e);
            refuse(response(async), HttpServletResponse.SC_BAD_REQUEST);
        }
        return null;
    }

    private static HttpServletResponse response(AsyncContext async) {
        return (HttpServletResponse) async.getResponse();
    }

    private static void answer(AsyncContext async, Answer answer) {
        try {
            switch (answer) {
                case KEPT -> response(async).setStatus(HttpServletResponse.SC_OK);
                case REFUSED -> response(async).setStatus(HttpServletResponse.SC_BAD_REQUEST);
                case LATER -> later(response(async));
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
}
