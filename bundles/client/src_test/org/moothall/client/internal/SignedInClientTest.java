package org.moothall.client.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.moothall.client.internal.ScriptedServer.get;
import static org.moothall.client.internal.ScriptedServer.json;
import static org.moothall.client.internal.ScriptedServer.known;
import static org.moothall.client.internal.ScriptedServer.problem;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.moothall.client.Call;
import org.moothall.client.Client;
import org.moothall.client.MeetingsClient;
import org.moothall.client.ServerAddress;
import org.moothall.client.SignInAgain;
import org.moothall.core.CoreProblem;
import org.moothall.core.PageRequest;
import org.moothall.core.Problem;
import org.moothall.core.ProblemException;
import org.moothall.core.Secret;
import org.moothall.core.TrustPolicy;
import org.moothall.meetings.MeetingId;
import org.moothall.meetings.MeetingQuery;
import org.moothall.meetings.MeetingState;
import org.moothall.meetings.Meetings.Outcome;
import org.moothall.meetings.Meetings.ParticipantChange;
import org.moothall.meetings.OperatorActions.Outcomes;
import org.moothall.meetings.ParticipantId;
import org.moothall.net.NetProblem;
import org.moothall.security.SecurityProblem;
import org.moothall.servers.ClusterId;
import org.moothall.servers.DiscoveryOutcome;
import org.moothall.servers.NewCallBridge;
import org.moothall.servers.Servers.ClusterChange;

@NonNullByDefault({})
class SignedInClientTest {

    @Test
    void signingInTellsWhoOneIsAndWhatOneMay() {
        try (ScriptedServer server = new ScriptedServer((request, out) -> json(out, 200, "{}")); Client client = server.signIn()) {
            assertEquals("s.wood", client.session().user());
            assertTrue(client.may("meetings.read"));
            assertFalse(client.may("meetings.operate"));
        }
    }

    @Test
    void wrongCredentialsAreTheServersProblem() {
        try (ScriptedServer server = new ScriptedServer((request, out) -> json(out, 200, "{}"))) {
            Problem problem = failure(server.clients().signIn(server.address(), known("guess"), SignInAgain.never()));
            assertEquals(SecurityProblem.WRONG_CREDENTIALS, problem.code());
            assertEquals("User or password is wrong.", problem.detail());
        }
    }

    @Test
    void anUnknownCertificateIsRefusedShownAndThenPinned() throws Exception {
        try (ScriptedServer server = new ScriptedServer((request, out) -> json(out, 200, "{}"))) {
            ServerAddress untrusted = server.address().trusting(TrustPolicy.systemChain());
            assertEquals(NetProblem.CERTIFICATE_NOT_TRUSTED, failure(server.clients().signIn(untrusted, known("secret"), SignInAgain.never())).code());
            String shown = get(server.clients().inspect(untrusted)).sha256();
            ServerAddress pinned = untrusted.trusting(new TrustPolicy.Pinned(shown));
            get(server.clients().signIn(pinned, known("secret"), SignInAgain.never())).close();
        }
    }

    @Test
    void aSessionBegunElsewhereIsGoneOnWith() throws Exception {
        try (ScriptedServer server = new ScriptedServer((request, out) -> json(out, 200, """
                {"user":"s.wood","role":"operator","permissions":["meetings.read"],"expires":"2026-03-02T20:00:00Z","idleSeconds":900}"""));
                Client client = get(server.clients().resume(server.address(), Secret.of("kept"), SignInAgain.never()))) {
            assertEquals("kept", client.session().token());
            assertTrue(server.server.received().getFirst().head().contains("Bearer kept"));
        }
    }

    @Test
    void meetingsAreAskedForAsTheQuerySays() throws Exception {
        try (ScriptedServer server = new ScriptedServer((request, out) -> json(out, 200, """
                {"items":[{"id":"m1","name":"Board","cluster":"c1","clusterName":"Lab","state":"active","startedAt":"2026-03-02T09:00:00Z","participants":3,
                "maxParticipants":4,"inLobby":0,"recording":true,"streaming":false,"locked":false,"newcomersMuted":false,"presenting":false,"callBridges":["cb1"],"complete":true,
                "version":3,"newField":1}],"total":1,"totalExact":true}"""));
                Client client = server.signIn()) {
            var page = get(client.meetings()
                    .list(new MeetingQuery(MeetingState.ACTIVE, "Bo & Co", null, MeetingQuery.Sort.PARTICIPANTS, true, new PageRequest(20, "c="))));
            assertEquals("Board", page.items().getFirst().name());
            assertEquals(MeetingState.ACTIVE, page.items().getFirst().state());
            assertNull(page.next());
            assertEquals("GET /api/v1/meetings?state=active&q=Bo%20%26%20Co&sort=participants&order=desc&limit=20&cursor=c%3D HTTP/1.1",
                    server.lines().getLast());
        }
    }

    @Test
    void anUpdateNamesTheVersionItIsFor() throws Exception {
        try (ScriptedServer server = new ScriptedServer((request, out) -> problem(out, 412, "core.changed-meanwhile", "Someone was quicker."));
                Client client = server.signIn()) {
            Problem problem = failure(client.servers().change(new ClusterId("c 1"), new ClusterChange("Lab", null, null), 7));
            assertEquals(CoreProblem.CHANGED_MEANWHILE, problem.code());
            assertEquals("PATCH /api/v1/clusters/c%201 HTTP/1.1", server.lines().getLast());
            assertTrue(server.server.received().getLast().head().contains("If-Match: \"7\""));
            assertEquals("{\"name\":\"Lab\"}", server.server.received().getLast().body());
        }
    }

    @Test
    void codesOfPartnersSurviveWithTheirViolations() {
        try (ScriptedServer server = new ScriptedServer((request, out) -> ScriptedServer.answer(out, 422, "application/problem+json", """
                {"type":"acme.no-room","title":"No room","status":422,"detail":"All are taken.","subject":"r1",
                "violations":[{"field":"room","message":"choose"}]}"""));
                Client client = server.signIn()) {
            Problem problem = failure(client.get("/acme/rooms"));
            assertEquals("acme.no-room", problem.code().code());
            assertEquals(422, problem.code().status());
            assertEquals("r1", problem.subject());
            assertEquals(List.of(new Problem.Violation("room", "choose")), problem.violations());
        }
    }

    @Test
    void anErrorPageOfSomethingBetweenIsAProblemToo() {
        try (ScriptedServer server = new ScriptedServer((request, out) -> ScriptedServer.answer(out, 502, "text/html", "<h1>Bad gateway</h1>"));
                Client client = server.signIn()) {
            assertEquals(502, failure(client.get("/clusters")).code().status());
        }
    }

    @Test
    void anAnswerThatIsNotJsonIsNotUnderstood() {
        try (ScriptedServer server = new ScriptedServer((request, out) -> ScriptedServer.answer(out, 200, "text/html", "<h1>Hi</h1>"));
                Client client = server.signIn()) {
            assertEquals(NetProblem.NOT_UNDERSTOOD, failure(client.servers().clusters()).code());
        }
    }

    @Test
    void anEndedSessionIsRenewedOnceForAllCallsThatMetItsEnd() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        try (ScriptedServer server = new ScriptedServer((request, out) -> request.head().contains("Bearer t1")
                ? problem(out, 401, "security.not-signed-in", "Sign in.") : json(out, 200, "{\"ok\":true}"));
                Client client = server.signIn((user, refused) -> {
                    asked.incrementAndGet();
                    return CompletableFuture.completedFuture(Optional.of(known("secret")));
                })) {
            List<CompletableFuture<Boolean>> calls = List.of(1, 2, 3).stream().map(i -> client.get("/x" + i).thenApply(body -> body.path("ok").asBoolean()))
                    .toList();
            for (CompletableFuture<Boolean> call : calls) {
                assertTrue(get(call));
            }
            assertEquals(1, asked.get());
            assertEquals("t2", client.session().token());
        }
    }

    @Test
    void refusedCredentialsAreAskedForAgainWithTheReason() throws Exception {
        try (ScriptedServer server = new ScriptedServer((request, out) -> request.head().contains("Bearer t1")
                ? problem(out, 401, "security.not-signed-in", "Sign in.") : json(out, 200, "{}"));
                Client client = server.signIn((user, refused) -> CompletableFuture.completedFuture(
                        Optional.of(known(refused != null && refused.code() == SecurityProblem.WRONG_CREDENTIALS ? "secret" : "typo"))))) {
            get(client.get("/x"));
            assertEquals("t2", client.session().token());
        }
    }

    @Test
    void whoGivesUpIsNotAskedAgain() {
        AtomicInteger asked = new AtomicInteger();
        try (ScriptedServer server = new ScriptedServer((request, out) -> problem(out, 401, "security.not-signed-in", "Sign in."));
                Client client = server.signIn((user, refused) -> {
                    asked.incrementAndGet();
                    return CompletableFuture.completedFuture(Optional.empty());
                })) {
            assertEquals(SecurityProblem.NOT_SIGNED_IN, failure(client.get("/x")).code());
            assertEquals(SecurityProblem.NOT_SIGNED_IN, failure(client.get("/x")).code());
            assertEquals(1, asked.get());
        }
    }

    @Test
    void aPostThatBrokeIsRepeatedUnderTheSameKey() throws Exception {
        AtomicInteger tries = new AtomicInteger();
        try (ScriptedServer server = new ScriptedServer((request, out) -> tries.incrementAndGet() > 1 && json(out, 200, "{}"));
                Client client = server.signIn()) {
            get(client.call(Call.post("/acme/things", null)));
            List<String> keys = server.server.received().stream().filter(r -> r.line().contains("/acme")).flatMap(r -> r.head().lines())
                    .filter(line -> line.regionMatches(true, 0, "idempotency-key:", 0, 16)).toList();
            assertEquals(2, keys.size());
            assertEquals(keys.get(0), keys.get(1));
        }
    }

    @Test
    void everyDroppedParticipantHasAnOutcomeAndWhatUndoesItIsTold() throws Exception {
        try (ScriptedServer server = new ScriptedServer((request, out) -> json(out, 200, """
                {"outcomes":[{"participant":"p1","done":true},{"participant":"p2","done":false,"problem":"Has left already."}],"undo":"u7"}"""));
                Client client = server.signIn()) {
            ParticipantId first = new ParticipantId("p1");
            ParticipantId second = new ParticipantId("p2");
            Outcomes told = get(client.meetings().drop(new MeetingId("m"), List.of(first, second)));
            assertEquals(List.of(new Outcome(first, true, null), new Outcome(second, false, "Has left already.")), told.outcomes());
            assertEquals("u7", told.undo());
            assertEquals("{\"participants\":[\"p1\",\"p2\"]}", server.server.received().getLast().body());
        }
    }

    @Test
    void mutingAllNamesNobody() throws Exception {
        try (ScriptedServer server = new ScriptedServer((request, out) -> json(out, 200, "{\"outcomes\":[{\"participant\":\"p1\",\"done\":true}]}"));
                Client client = server.signIn()) {
            MeetingsClient meetings = client.meetings();
            assertTrue(get(meetings.changeAll(new MeetingId("m"), new ParticipantChange(true, null))).outcomes().getFirst().done());
            assertEquals("{\"audioMuted\":true}", server.server.received().getLast().body());
        }
    }

    @Test
    void addingAClusterTellsWhatBecameOfEachNode() throws Exception {
        try (ScriptedServer server = new ScriptedServer((request, out) -> json(out, 201, """
                {"callBridge":{"id":"b1","cluster":"c1","name":"cb1","host":"h","port":443,"user":"api","trust":{"mode":"chain"},"version":1,
                "status":{"health":"ok","alarms":[],"cdr":"off","events":"off"}},
                "discovered":[{"address":"h2:443","added":false,
                "problem":{"type":"servers.credentials-refused","title":"t","status":422,"detail":"Refused."}}]}"""));
                Client client = server.signIn()) {
            var added = get(client.servers().add(new NewCallBridge("h", "api", Secret.of("pw"), null, null, "Lab"), true));
            DiscoveryOutcome other = added.discovered().getFirst();
            assertFalse(other.added());
            assertEquals("Refused.", java.util.Objects.requireNonNull(other.problem()).detail());
            assertEquals("{\"address\":\"h\",\"user\":\"api\",\"password\":\"pw\",\"clusterName\":\"Lab\",\"discover\":true}",
                    server.server.received().getLast().body());
        }
    }

    @Test
    void closingCancelsACallToASlowServer() throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        try (ScriptedServer server = new ScriptedServer((request, out) -> {
            arrived.countDown();
            return wait(released);
        }); Client client = server.signIn()) {
            CompletableFuture<?> call = client.get("/slow");
            assertTrue(arrived.await(20, TimeUnit.SECONDS));
            client.close();
            assertTrue(call.isCompletedExceptionally());
            released.countDown();
        }
    }

    @Test
    void cancellingWhatWasDerivedFromACallStopsTheCall() throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        try (ScriptedServer server = new ScriptedServer((request, out) -> {
            arrived.countDown();
            return wait(released);
        }); Client client = server.signIn()) {
            CompletableFuture<?> call = client.call(Call.get("/slow"));
            CompletableFuture<?> derived = call.thenApply(Object::toString);
            assertTrue(arrived.await(20, TimeUnit.SECONDS));
            derived.cancel(true);
            assertTrue(call.isCancelled());
            released.countDown();
        }
    }

    private static boolean wait(CountDownLatch released) {
        try {
            return !released.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Problem failure(CompletableFuture<?> call) {
        CompletionException failed = assertThrows(CompletionException.class, () -> call.orTimeout(20, TimeUnit.SECONDS).join());
        return ((ProblemException) failed.getCause()).problem();
    }
}
