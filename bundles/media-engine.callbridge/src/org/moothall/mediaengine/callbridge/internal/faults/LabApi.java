package org.moothall.mediaengine.callbridge.internal.faults;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.Problem;
import org.moothall.core.ProblemException;
import org.moothall.core.json.Json;
import org.moothall.mediaengine.CallLeg;
import org.moothall.mediaengine.Conference;
import org.moothall.mediaengine.Notice;
import org.moothall.mediaengine.callbridge.Fault;
import org.moothall.mediaengine.callbridge.Scenario;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * {@code /lab/v1}: what goes wrong, ordered over the network. JSON; no part of a Meeting Server's API, and there only where the
 * scenario says so.
 *
 * <pre>
 * GET    /lab/v1/state        how many calls and legs there are, and how far the clock is off
 * GET    /lab/v1/notices/{leg}  what this participant sees and hears of missing licences
 * GET    /lab/v1/faults       all faults and how often each happened
 * POST   /lab/v1/faults       adds a fault; the answer has its id
 * DELETE /lab/v1/faults       removes all
 * DELETE /lab/v1/faults/{id}  removes one
 * POST   /lab/v1/restart      {"down": seconds}: ends without a word and starts again
 * </pre>
 */
public final class LabApi {

    /** Where it begins. */
    public static final String PATH = "/lab/v1/";
    private static final JsonMapper MAPPER = Json.strict();
    private static final String NOTICES = "notices/";
    private static final int CREATED = 201;
    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;

    private final FaultBox faults;
    private final Conference conference;
    private final Consumer<Duration> restart;

    /** An answer. @param body JSON, or empty */
    public record Answer(int status, byte[] body) {}

    private record Restart(@Nullable Duration down) {
        Duration length() {
            Duration asked = down;
            if (asked == null || asked.isNegative()) {
                throw Problem.invalid("down", "must be a number of seconds, 0 or more.").exception();
            }
            return asked;
        }
    }

    /** Orders faults for this bridge. @param restart ends it and starts it again after this long */
    public LabApi(FaultBox faults, Conference conference, Consumer<Duration> restart) {
        this.faults = faults;
        this.conference = conference;
        this.restart = restart;
    }

    /** Whether there is such a thing here. */
    public boolean open() {
        return faults.open();
    }

    /** Answers. @param path below {@link #PATH} */
    public Answer answer(String method, String path, byte[] body) throws IOException {
        try {
            return switch (method + " " + path) {
                case "GET state" -> json(200, state());
                case "GET faults" -> json(200, Map.of("faults", faults.list()));
                case "POST faults" -> json(CREATED, faults.add(read(body, Fault.class)));
                case "DELETE faults" -> {
                    faults.clear();
                    yield done();
                }
                case "POST restart" -> {
                    restart.accept(read(body, Restart.class).length());
                    yield done();
                }
                default -> method.equals("GET") && path.startsWith(NOTICES) ? notice(path.substring(NOTICES.length()))
                        : method.equals("DELETE") && path.matches("faults/\\d{1,18}") && faults.remove(Long.parseLong(path.substring("faults/".length())))
                                ? done()
                                : json(NOT_FOUND, Map.of("detail", "There is no " + path + " for " + method + "."));
            };
        } catch (JacksonException e) {
            return json(BAD_REQUEST, Map.of("detail", Scenario.reason(e)));
        } catch (ProblemException e) {
            return json(BAD_REQUEST, Map.of("detail", e.problem().violations().getFirst().field() + " " + e.problem().violations().getFirst().message()));
        }
    }

    private static <T> T read(byte[] body, Class<T> type) throws IOException {
        @Nullable T read = MAPPER.readValue(new String(body, StandardCharsets.UTF_8), type); // bytes would be taken for UTF-32 as well
        if (read == null) {
            throw new JsonParseException(null, "The body is null.");
        }
        return read;
    }

    private Answer notice(String leg) throws IOException {
        Optional<CallLeg> found = conference.legs().stream().filter(one -> one.id().toString().equals(leg)).findFirst();
        return found.isEmpty() ? json(NOT_FOUND, Map.of("detail", "There is no such call leg here."))
                : json(200, conference.terms().licences().notice(found.get()).orElse(new Notice("", false, "")));
    }

    private Map<String, Object> state() {
        Map<String, Object> state = new LinkedHashMap<>();
        state.put("calls", conference.calls().size());
        state.put("callLegs", conference.counters().active());
        state.put("licences", conference.terms().licences().alarm());
        state.put("platform", conference.terms().capacity().platform());
        state.put("skew", faults.skew());
        return state;
    }

    private static Answer json(int status, Object value) throws IOException {
        return new Answer(status, MAPPER.writeValueAsBytes(value));
    }

    private static Answer done() {
        return new Answer(204, new byte[0]);
    }
}
