package org.moothall.licensing.authority.internal.rest;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.moothall.core.CoreProblem;
import org.moothall.core.Problem;
import org.moothall.core.ProblemException;
import org.moothall.core.Secret;
import org.moothall.core.json.Json;
import org.moothall.licensing.authority.AuthorityProblem;
import org.moothall.licensing.authority.Registrations;
import org.moothall.licensing.authority.codes.PublicKeyBytes;
import org.moothall.licensing.authority.internal.AuthorityKey;
import org.moothall.licensing.authority.messages.MessageSignature;
import org.moothall.licensing.authority.messages.Plain;
import org.moothall.licensing.authority.messages.Register;
import org.moothall.licensing.authority.messages.Standing;
import org.moothall.licensing.authority.messages.Usage;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Where servers with a connection register and say what they use. Nobody is signed in here: every message is signed. */
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern(RegistrationServlet.PATH + "registrations/*")
@NonNullByDefault({})
public final class RegistrationServlet extends HttpServlet {

    /** What stands before every path. */
    public static final String PATH = "/licensing-authority/";
    private static final long serialVersionUID = 1L;
    private static final int MAX_BODY = 8 << 10;
    private static final JsonMapper JSON = Json.strict();

    private final transient Registrations registrations;
    private final transient AuthorityKey key;

    /** Serves these. */
    @Activate
    public RegistrationServlet(@Reference Registrations registrations, @Reference AuthorityKey key) {
        this.registrations = registrations;
        this.key = key;
    }

    /** A problem as RFC 9457 has it. */
    private record Refused(String type, String title, int status, String detail) {}

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            byte[] body = request.getInputStream().readNBytes(MAX_BODY + 1);
            if (body.length > MAX_BODY) {
                throw Problem.of(CoreProblem.TOO_LARGE, "A message has at most " + MAX_BODY + " bytes.").exception();
            }
            String signature = request.getHeader(MessageSignature.HEADER);
            answer(response, HttpServletResponse.SC_OK, said(request.getPathInfo(), new Message(body, signature == null ? "" : signature)));
        } catch (ProblemException e) {
            Problem problem = e.problem();
            answer(response, problem.code().status(), new Refused(problem.code().code(), problem.code().title(), problem.code().status(), problem.detail()));
        }
    }

    private Standing said(String pathInfo, Message message) {
        List<String> path = pathInfo == null ? List.of() : Arrays.stream(pathInfo.split("/")).filter(part -> !part.isEmpty()).toList();
        if (path.isEmpty()) {
            return register(message);
        }
        UUID instance = Fields.instance(path.getFirst());
        message.signedBy(registrations.key(instance));
        return switch (path.size() == 2 ? path.getLast() : "") {
            case "authorization" -> {
                Usage usage = message.read(Usage.class);
                yield registrations.authorize(instance, Fields.required("inUse", usage.inUse()), usage.callBridges(), Fields.required("at", usage.at()));
            }
            case "renewal" -> registrations.renew(instance, Fields.required("at", message.read(Plain.class).at()));
            case "end" -> registrations.deregister(instance, Fields.required("at", message.read(Plain.class).at()));
            default -> throw Problem.of(CoreProblem.NOT_FOUND, "There are authorization, renewal and end of a registration.").exception();
        };
    }

    private Standing register(Message message) {
        Register wanted = message.read(Register.class);
        PublicKeyBytes given = new PublicKeyBytes(Fields.required("publicKey", wanted.publicKey()));
        message.signedBy(given);
        return registrations.register(Secret.of(Fields.required("token", wanted.token())), Fields.required("instance", wanted.instance()),
                Fields.required("name", wanted.name()), given, wanted.again(), Fields.required("at", wanted.at()));
    }

    /** A body with what its header says of who wrote it. */
    private record Message(byte[] body, String signature) {

        void signedBy(PublicKeyBytes writer) {
            if (!MessageSignature.fits(body, signature, writer.key())) {
                throw Problem.of(AuthorityProblem.NOT_GENUINE, "The message is not signed with the key that this server registered with. Register it again.")
                        .exception();
            }
        }

        <T> T read(Class<T> type) {
            try {
                return JSON.readValue(body, type);
            } catch (JsonProcessingException e) {
                throw Problem.of(CoreProblem.INVALID_INPUT, "It is not the JSON of a message: " + e.getOriginalMessage()).exception();
            } catch (IOException e) {
                throw new IllegalStateException("bytes in memory are read", e);
            }
        }
    }

    private void answer(HttpServletResponse response, int status, Object entity) throws IOException {
        byte[] body = JSON.writeValueAsBytes(entity);
        response.setStatus(status);
        response.setContentType(entity instanceof Refused ? "application/problem+json" : "application/json");
        response.setHeader(MessageSignature.HEADER, key.sign(body));
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
