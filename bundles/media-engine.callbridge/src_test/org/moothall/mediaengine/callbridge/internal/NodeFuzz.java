package org.moothall.mediaengine.callbridge.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.mediaengine.Arrival;
import org.moothall.mediaengine.Call;
import org.moothall.mediaengine.CallLeg;
import org.moothall.mediaengine.Catalogue;
import org.moothall.mediaengine.Conference;
import org.moothall.mediaengine.Directory;
import org.moothall.mediaengine.Endpoint;
import org.moothall.mediaengine.Identities;
import org.moothall.mediaengine.Space;
import org.moothall.mediaengine.Spaces;
import org.moothall.mediaengine.Terms;
import org.moothall.mediaengine.callbridge.Scenario;
import org.moothall.mediaengine.callbridge.internal.api.ApiFailure;
import org.moothall.mediaengine.callbridge.internal.api.ApiReply;
import org.moothall.mediaengine.callbridge.internal.api.ApiRequest;
import org.moothall.mediaengine.callbridge.internal.api.CallLegsApi;
import org.moothall.mediaengine.callbridge.internal.api.CallsApi;
import org.moothall.mediaengine.callbridge.internal.api.DiagnosticsApi;
import org.moothall.mediaengine.callbridge.internal.api.LegRequests;
import org.moothall.mediaengine.callbridge.internal.api.Params;
import org.moothall.mediaengine.callbridge.internal.api.ParticipantsApi;
import org.moothall.mediaengine.callbridge.internal.api.References;
import org.moothall.mediaengine.callbridge.internal.api.Router;
import org.moothall.mediaengine.callbridge.internal.api.SpacesApi;
import org.moothall.mediaengine.callbridge.internal.api.TimedLoggingApi;
import org.moothall.mediaengine.callbridge.internal.events.EventsHub;
import org.moothall.mediaengine.callbridge.internal.faults.FaultBox;
import org.moothall.mediaengine.callbridge.internal.faults.LabApi;
import org.moothall.mediaengine.callbridge.internal.licensing.ClusterLicensingApi;
import org.moothall.mediaengine.callbridge.internal.listener.EventsDoor;
import org.moothall.mediaengine.callbridge.internal.objects.BodiesApi;
import org.moothall.mediaengine.callbridge.internal.objects.BulkApi;
import org.moothall.mediaengine.callbridge.internal.objects.LdapSyncsApi;
import org.moothall.mediaengine.callbridge.internal.objects.ObjectsApi;
import org.moothall.mediaengine.callbridge.internal.objects.QueriesApi;
import org.moothall.mediaengine.callbridge.internal.objects.SystemProfilesApi;
import org.moothall.mediaengine.callbridge.internal.objects.UsersApi;
import org.moothall.testkit.ManualClock;
import org.moothall.testkit.ManualScheduler;

/**
 * What a fuzzer may ask of a node, a request a line: {@code METHOD path[?query] [form]}, {@code EVENTS frame} or {@code LAB body};
 * {@code {space}}, {@code {call}} and {@code {leg}} are ids of what there is. Each is answered, whatever it is. Run by {@code releng/fuzz}.
 */
final class NodeFuzz implements EventsDoor.Outgoing, ParticipantsApi.Meetingwide {

    private static final UUID SPACE = new UUID(7, 7);
    private static final XMLInputFactory READERS = XMLInputFactory.newDefaultFactory();
    private static final Set<String> READ = new HashSet<>();
    private static final int MOST_REMEMBERED = 20_000;
    private static final int MOST_REQUESTS = 24;
    private static final Duration A_WHILE = Duration.ofSeconds(5);

    private final ManualClock clock = new ManualClock();
    private final ManualScheduler scheduler = new ManualScheduler(clock);
    private final Identities ids = new Identities(7, 0, 0);
    private final Catalogue catalogue = new Catalogue(clock, ids, List.of());
    private final Conference conference = new Conference(clock,
            new Spaces(clock, ids, List.of(new Space(SPACE, Map.of("name", "Room", "uri", "room"), 1, false))),
            Terms.of(clock, catalogue), "lab.example", ids);
    private final FaultBox faults = new FaultBox(new Scenario(5, true, List.of()), "one", clock);
    private final LabApi lab = new LabApi(faults, conference, down -> {});
    private final EventsHub events = new EventsHub(conference, clock, scheduler, faults);
    private final Router router = router();
    private final List<String> told = new ArrayList<>();
    private final Map<String, String> known;

    private NodeFuzz() {
        conference.listen(events::accept);
        catalogue.onChange(conference::profilesChanged);
        Call call = conference.open(SPACE, new UUID(8, 8), Map.of("activeWhenEmpty", "true"));
        CallLeg leg = conference.join(new Arrival(SPACE, null, new Endpoint(Endpoint.Kind.DESK, "Anna", "anna@x", "10.0.0.1", ""), Map.of()));
        known = Map.of("{space}", SPACE.toString(), "{call}", call.id().toString(), "{leg}", leg.id().toString());
    }

    /** One conversation. */
    public static void fuzzerTestOneInput(byte[] lines) {
        new NodeFuzz().play(new String(lines, StandardCharsets.UTF_8));
    }

    private void play(String text) {
        EventsDoor.Conversation conversation = events.connected(this);
        text.lines().limit(MOST_REQUESTS).map(this::filled).forEach(line -> {
            String[] parts = line.split(" ", 2);
            String rest = parts.length > 1 ? parts[1] : "";
            switch (parts[0]) {
                case "EVENTS" -> conversation.accept(rest);
                case "LAB" -> order(rest);
                default -> ask(parts[0], rest.split(" ", 2));
            }
        });
        scheduler.advance(A_WHILE);
        conference.advance();
        conversation.closed();
    }

    private void order(String body) {
        try {
            lab.answer("POST", body.contains("down") ? "restart" : "faults", body.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String filled(String line) {
        String filled = line;
        for (Map.Entry<String, String> each : known.entrySet()) {
            filled = filled.replace(each.getKey(), each.getValue());
        }
        return filled;
    }

    private void ask(String method, String[] rest) {
        String[] path = rest[0].split("\\?", 2);
        ApiReply reply;
        try {
            List<String> segments = List.of(path[0].split("/")).stream().filter(part -> !part.isEmpty()).toList();
            reply = router.answer(new ApiRequest(method, segments, Params.parse(path.length > 1 ? path[1] : ""), rest.length > 1 ? rest[1] : ""));
        } catch (ApiFailure e) {
            reply = e.reply();
        }
        if (reply.status() != 200 && reply.status() != 400 && reply.status() != 404) {
            throw new IllegalStateException(method + " " + rest[0] + " is answered with " + reply.status());
        }
        if (reply.type().equals(ApiReply.XML) && reply.body().length > 0 && fresh(new String(reply.body(), StandardCharsets.UTF_8))) {
            readable(reply.body());
        }
    }

    /** Whether this answer is a new one: most are the same refusals over and over again. */
    private static boolean fresh(String answer) {
        if (READ.size() > MOST_REMEMBERED) {
            READ.clear();
        }
        return READ.add(answer);
    }

    private static void readable(byte[] xml) {
        try {
            XMLStreamReader reader = READERS.createXMLStreamReader(new ByteArrayInputStream(xml));
            while (reader.hasNext()) {
                reader.next();
            }
            reader.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("an answer that nobody can read: " + new String(xml, StandardCharsets.UTF_8), e);
        }
    }

    private Router router() {
        Router made = new Router();
        Directory users = new Directory(List::of, catalogue);
        References references = new References(catalogue, conference.spaces());
        LegRequests legs = new LegRequests(conference, references);
        new TimedLoggingApi(clock).routes(made);
        new DiagnosticsApi(conference, clock).routes(made);
        new ClusterLicensingApi(conference.terms().licences()).routes(made);
        new SystemProfilesApi(catalogue, conference).routes(made);
        new ObjectsApi(catalogue, conference.spaces(), users).routes(made);
        new BodiesApi(catalogue, conference).routes(made);
        new UsersApi(users, catalogue).routes(made);
        new QueriesApi(conference, catalogue, users).routes(made);
        new LdapSyncsApi(references, users, clock, ids).routes(made);
        new BulkApi(catalogue, conference.spaces(), ids).routes(made);
        new SpacesApi(conference, catalogue, references, jid -> Optional.empty()).routes(made);
        new CallsApi(conference, clock).routes(made);
        new ParticipantsApi(conference, legs, this, clock).routes(made);
        new CallLegsApi(conference, legs, clock).routes(made);
        events.routes(made);
        return made;
    }

    @Override
    public void send(String text) {
        told.add(text);
    }

    @Override
    public int waiting() {
        return 0;
    }

    @Override
    public void close() {
        told.add("closed");
    }

    @Override
    public void change(UUID correlator, Map<String, String> changes, List<UUID> participants, boolean exclude) {
        told.add("change");
    }

    @Override
    public void dial(UUID bridge, ParticipantsApi.Invitation invitation) {
        throw ApiFailure.badRequest("callBridgeDoesNotExist");
    }

    @Override
    public void moved(UUID leg) {
        told.add("moved");
    }

    @Override
    public @Nullable UUID self() {
        return null;
    }
}
