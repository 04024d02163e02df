package org.moothall.cli.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.moothall.core.PeerCertificate;
import org.moothall.core.Problem;
import org.moothall.net.Https;
import org.moothall.net.HttpsPeer;
import org.moothall.net.HttpsPeer.Request;
import org.moothall.net.HttpsPeer.Response;
import org.moothall.net.NetProblem;

@NonNullByDefault({})
class ProgramTest {

    private static final String DOCUMENT = """
            {"openapi":"3.1.0","paths":{
              "/clusters":{"get":{"operationId":"clusters.list","parameters":[{"in":"query","name":"q","schema":{"type":"string"}},
                  {"in":"query","name":"limit","schema":{"type":"integer"}},{"in":"query","name":"cursor","schema":{"type":"string"}}]}},
              "/clusters/{id}":{"parameters":[{"in":"path","name":"id","required":true,"schema":{"type":"string"}}],
                "get":{"operationId":"clusters.get"},
                "patch":{"operationId":"clusters.update","parameters":[{"in":"header","name":"If-Match","schema":{"type":"string"}}],
                  "requestBody":{"content":{"application/json":{"schema":{"$ref":"#/components/schemas/Change"}}}}}},
              "/acme-rooms/{id}/seats":{"post":{"operationId":"acme-rooms.addSeats","parameters":[{"in":"path","name":"id","required":true}],
                  "requestBody":{"content":{"application/json":{"schema":{"type":"object","properties":{"count":{"type":"integer"}}}}}}}},
              "/odd":{"get":{"operationId":"no group"},"trace":{"operationId":"a.b"}}},
             "components":{"schemas":{"Change":{"type":"object","properties":{"name":{"type":"string"},"manageMeetings":{"type":"boolean"},
               "password":{"type":"string"}}}}}}""";

    @TempDir
    Path directory;
    private final List<Request> requests = new ArrayList<>();
    private final List<Response> answers = new ArrayList<>();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private String input = "";
    private boolean reachable = true;

    @BeforeEach
    void signIn() {
        answers.add(json(201, "{\"token\":\"t1\",\"user\":\"admin\",\"role\":\"administrator\"}"));
        input = "secret\n";
        assertEquals(ExitCode.OK, run("sign-in", "server:8443", "--user", "admin"));
        assertEquals("{\"user\":\"admin\",\"password\":\"secret\"}", body(0));
        requests.clear();
    }

    @Test
    void theSessionIsReadableByTheOwnerAloneAndUsedByTheNextCommands() throws IOException {
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("session.json"))));
        assertEquals(ExitCode.OK, run("clusters", "list"));
        assertEquals("Bearer t1", requests.getLast().headers().get("Authorization"));
        assertFalse(out.toString().contains("t1") || out.toString().contains("secret"), out.toString());
    }

    @Test
    void commandsComeFromTheDocumentAlsoThoseOfAPlugIn() {
        answers.add(json(200, "{}"));
        assertEquals(ExitCode.OK, run("acme-rooms", "add-seats", "a/b", "--count", "3"));
        assertEquals("POST /api/v1/acme-rooms/a%2Fb/seats", line(1));
        assertEquals("{\"count\":3}", body(1));
    }

    @Test
    void theDocumentIsAskedForOnlyWhenItChanged() {
        run("clusters", "list");
        run("clusters", "list");
        assertEquals("\"d1\"", requests.stream().filter(r -> r.path().endsWith("openapi.json")).toList().get(1).headers().get("If-None-Match"));
    }

    @Test
    void aTableShowsRowsAndThatThereIsMore() {
        answers.add(json(200,
                "{\"items\":[{\"id\":\"1\",\"manageMeetings\":true,\"status\":{\"health\":\"ok\"},\"names\":[\"a\",\"b\"]}],\"total\":2,\"next\":\"c2\"}"));
        assertEquals(ExitCode.OK, run("clusters", "list", "--q", "a b"));
        assertEquals("GET /api/v1/clusters?q=a+b", line(1));
        assertTrue(out.toString().contains("ID  MANAGE MEETINGS  STATUS  NAMES"), out.toString());
        assertTrue(out.toString().contains("1   true             ok      a, b"), out.toString());
        assertTrue(out.toString().contains("--cursor c2"), out.toString());
    }

    @Test
    void allPagesAreFollowedAndJsonIsForScripts() throws IOException {
        answers.add(json(200, "{\"items\":[{\"id\":\"1\"}],\"total\":2,\"next\":\"c2\"}"));
        answers.add(json(200, "{\"items\":[{\"id\":\"2\"}],\"total\":2}"));
        assertEquals(ExitCode.OK, run("clusters", "list", "--all", "-o", "json"));
        assertEquals(2, Api.JSON.readTree(out.toString().substring(out.toString().indexOf('{'))).path("items").size());
        assertEquals("GET /api/v1/clusters?cursor=c2", line(2));
    }

    @Test
    void yamlIsForPeopleWhoLikeIt() {
        answers.add(json(200, "{\"id\":\"1\",\"name\":\"Lab\"}"));
        run("clusters", "get", "1", "-o", "yaml");
        assertTrue(out.toString().contains("name: \"Lab\""), out.toString());
    }

    @Test
    void aChangeGoesToWhateverVersionUnlessOneIsNamed() {
        answers.add(json(200, "{}"));
        assertEquals(ExitCode.OK, run("clusters", "update", "1", "--manage-meetings", "false", "--name", "5"));
        assertEquals("*", requests.getLast().headers().get("If-Match"));
        assertEquals("{\"name\":\"5\",\"manageMeetings\":false}", body(1));
        answers.add(json(200, "{}"));
        run("clusters", "update", "1", "--if-match", "7", "--name", "x");
        assertEquals("\"7\"", requests.getLast().headers().get("If-Match"));
    }

    @Test
    void aBodyComesFromAFileAndOptionsOverrideIt() throws IOException {
        Path file = Files.writeString(directory.resolve("change.json"), "{\"name\":\"a\",\"manageMeetings\":true}");
        answers.add(json(200, "{}"));
        run("clusters", "update", "1", "--file", file.toString(), "--name", "b");
        assertEquals("{\"name\":\"b\",\"manageMeetings\":true}", body(1));
        input = "{\"name\":\"from input\"}";
        answers.add(json(200, "{}"));
        run("clusters", "update", "1", "--file", "-");
        assertEquals("{\"name\":\"from input\"}", body(3));
        assertEquals(ExitCode.FAILED, run("clusters", "update", "1", "--file", directory.resolve("none").toString()));
    }

    @Test
    void aPasswordIsReadFromStandardInputWhenAskedTo() {
        input = "new secret\n";
        answers.add(json(200, "{}"));
        run("clusters", "update", "1", "--password", "-");
        assertEquals("{\"password\":\"new secret\"}", body(1));
    }

    @Test
    void theExitCodeTellsScriptsWhatWentWrong() {
        Map<Integer, ExitCode> codes = Map.of(401, ExitCode.NOT_SIGNED_IN, 403, ExitCode.FORBIDDEN, 404, ExitCode.NOT_FOUND, 409, ExitCode.FAILED, 500,
                ExitCode.FAILED);
        codes.forEach((status, code) -> {
            answers.add(json(status, "{\"type\":\"a.b\",\"title\":\"Title\",\"detail\":\"What to do.\",\"violations\":[{\"field\":\"f\",\"message\":\"m\"}]}"));
            assertEquals(code, run("clusters", "get", "1"));
        });
        assertTrue(err.toString().contains("Title. What to do.") && err.toString().contains("  f: m"), err.toString());
        assertEquals(ExitCode.USAGE, run("clusters", "list", "--nonsense"));
        assertEquals(ExitCode.USAGE, run("clusters", "get"));
        assertEquals(ExitCode.USAGE, run("nonsense"));
        reachable = false;
        assertEquals(ExitCode.CONNECTION, run("clusters", "list"));
    }

    @Test
    void afterSigningOutNothingIsLeftAndCommandsSaySo() throws IOException {
        answers.add(new Response(204, Map.of(), new byte[0]));
        assertEquals(ExitCode.OK, run("sign-out"));
        try (var left = Files.list(directory)) {
            assertEquals(List.of(), left.toList());
        }
        assertEquals(ExitCode.NOT_SIGNED_IN, run("clusters", "list"));
        assertEquals(ExitCode.OK, run("--help"));
    }

    @Test
    void completionKnowsTheServersCommands() {
        assertEquals(ExitCode.OK, run("completion", "bash"));
        assertTrue(out.toString().contains("acme-rooms") && out.toString().contains("add-seats"));
        assertEquals(ExitCode.USAGE, run("completion", "fish"));
    }

    private ExitCode run(String... arguments) {
        Terminal terminal = new Terminal(new BufferedReader(new StringReader(input)), new PrintWriter(out), new PrintWriter(err), null);
        return new Program(new FakeHttps(), new ConfigFiles(directory), terminal).run(List.of(arguments));
    }

    private String line(int request) {
        return requests.get(request).method() + " " + requests.get(request).path();
    }

    private String body(int request) {
        return new String(requests.get(request).body(), StandardCharsets.UTF_8);
    }

    private static Response json(int status, String body) {
        return new Response(status, Map.of("content-type", "application/json"), body.getBytes(StandardCharsets.UTF_8));
    }

    private final class FakeHttps implements Https {
        @Override
        public HttpsPeer peer(PeerSettings settings) {
            return new FakePeer();
        }

        @Override
        public PeerCertificate inspect(String host, int port, Duration timeout) {
            throw new UnsupportedOperationException();
        }
    }

    private final class FakePeer implements HttpsPeer {
        @Override
        public Response send(Request request) {
            if (!reachable) {
                throw Problem.of(NetProblem.CONNECTION_REFUSED, "server:8443 refused the connection.").exception();
            }
            requests.add(request);
            if (request.path().equals("/api/v1/openapi.json")) {
                return request.headers().containsKey("If-None-Match") ? new Response(304, Map.of(), new byte[0])
                        : new Response(200, Map.of("etag", "\"d1\""), DOCUMENT.getBytes(StandardCharsets.UTF_8));
            }
            return answers.isEmpty() ? json(200, "{\"items\":[],\"total\":0}") : answers.removeFirst();
        }

        @Override
        public Response sendForStatus(Request request) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Streaming stream(Request request) {
            throw new UnsupportedOperationException();
        }

        @Override
        public CompletableFuture<Socket> webSocket(String path, Listener listener) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<PeerCertificate> certificate() {
            return Optional.empty();
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }
}
