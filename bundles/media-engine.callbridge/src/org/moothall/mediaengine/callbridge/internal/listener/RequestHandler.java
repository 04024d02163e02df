package org.moothall.mediaengine.callbridge.internal.listener;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.moothall.core.Boundary;
import org.moothall.mediaengine.callbridge.internal.api.ApiFailure;
import org.moothall.mediaengine.callbridge.internal.api.ApiReply;
import org.moothall.mediaengine.callbridge.internal.api.ApiRequest;
import org.moothall.mediaengine.callbridge.internal.api.Params;
import org.moothall.mediaengine.callbridge.internal.api.Router;
import org.moothall.mediaengine.callbridge.internal.faults.LabApi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns HTTP requests into API requests and back; nothing is answered before its sender is known. */
@Boundary
@NonNullByDefault({})
public final class RequestHandler extends Handler.Abstract {

    private static final Logger LOG = LoggerFactory.getLogger(RequestHandler.class);
    private static final int MOST_FORM = 64 * 1024;
    private static final int MOST_PEER = 16 * 1024 * 1024;
    private static final String ROOT = "/api/v1";
    private static final String API = ROOT + "/";

    private final SignIn signIn;
    private final Router router;
    private final PeerDoor peers;
    private final LabApi lab;
    private final Mishap mishap;

    /** Who may come in, who answers, where other bridges go, and what goes wrong. */
    public RequestHandler(SignIn signIn, Router router, PeerDoor peers, LabApi lab, Mishap mishap) {
        this.signIn = signIn;
        this.router = router;
        this.peers = peers;
        this.lab = lab;
        this.mishap = mishap;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        mishap.around(request, response, callback, () -> properly(request, response, callback));
        return true;
    }

    private void properly(Request request, Response response, Callback callback) {
        try {
            answer(request, response, callback);
        } catch (Exception e) {
            LOG.error("{} {} failed", request.getMethod(), request.getHttpURI().getPath(), e);
            reply(response, callback, 500, new byte[0]);
        }
    }

    private void answer(Request request, Response response, Callback callback) throws IOException {
        String path = request.getHttpURI().getPath();
        String authorization = Optional.ofNullable(request.getHeaders().get(HttpHeader.AUTHORIZATION)).orElse("");
        if (path.equals("/cluster/v1/state")) {
            peer(request, response, callback, authorization);
        } else if (lab.open() && path.startsWith(LabApi.PATH) && signIn.admits(authorization)) {
            lab(request, response, callback, path.substring(LabApi.PATH.length()));
        } else if (!(lab.open() && path.startsWith(LabApi.PATH)) && !path.equalsIgnoreCase(ROOT) && !path.regionMatches(true, 0, API, 0, API.length())) {
            reply(response, callback, 404, new byte[0]);
        } else if (!signIn.admits(authorization)) {
            response.getHeaders().put(HttpHeader.WWW_AUTHENTICATE, "Basic realm=\"acano\"");
            reply(response, callback, 401, new byte[0]);
        } else {
            send(response, callback, api(request, path.substring(Math.min(API.length(), path.length()))));
        }
    }

    private ApiReply api(Request request, String path) throws IOException {
        try {
            byte[] body = body(request, MOST_FORM);
            List<String> segments = List.of(path.split("/")).stream().filter(part -> !part.isEmpty()).map(RequestHandler::decode).toList();
            String query = Optional.ofNullable(request.getHttpURI().getQuery()).orElse("");
            return router.answer(new ApiRequest(request.getMethod(), segments, Params.parse(query), new String(body, StandardCharsets.UTF_8)));
        } catch (ApiFailure e) {
            return e.reply();
        }
    }

    private void peer(Request request, Response response, Callback callback, String authorization) throws IOException {
        Optional<PeerDoor.Answer> answer = peers.answer(authorization, body(request, MOST_PEER));
        reply(response, callback, answer.map(PeerDoor.Answer::status).orElse(401), answer.map(PeerDoor.Answer::body).orElse(new byte[0]));
    }

    private void lab(Request request, Response response, Callback callback, String path) throws IOException {
        LabApi.Answer answer = lab.answer(request.getMethod(), path, body(request, MOST_FORM));
        if (answer.body().length > 0) {
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
        }
        reply(response, callback, answer.status(), answer.body());
    }

    private static byte[] body(Request request, int most) throws IOException {
        try (InputStream in = Content.Source.asInputStream(request)) {
            byte[] body = in.readNBytes(most + 1);
            if (body.length > most) {
                throw ApiFailure.badRequest("parameterError");
            }
            return body;
        }
    }

    private static String decode(String segment) {
        try {
            return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw ApiFailure.notFound("unrecognisedObject");
        }
    }

    private static void send(Response response, Callback callback, ApiReply reply) {
        if (!reply.location().isEmpty()) {
            response.getHeaders().put(HttpHeader.LOCATION, reply.location());
        }
        if (!reply.token().isEmpty()) {
            response.getHeaders().put("X-Cisco-CMS-Auth-Token", reply.token());
        }
        if (reply.body().length > 0) {
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, reply.type());
        }
        reply(response, callback, reply.status(), reply.body());
    }

    private static void reply(Response response, Callback callback, int status, byte[] body) {
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
        response.write(true, ByteBuffer.wrap(body), callback);
    }
}
