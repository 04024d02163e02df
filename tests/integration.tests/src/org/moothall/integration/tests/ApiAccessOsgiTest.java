package org.moothall.integration.tests;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Who may call what: every operation of the API document, without a session and with every role. */
class ApiAccessOsgiTest {

    /** What a video operator may, whatever plug-ins there are; everything else that is asked for must be refused. */
    private static final Set<String> OPERATORS = Set.of("signed-in", "operations.read", "notifications.read", "notifications.acknowledge",
            "servers.read", "meetings.read", "meetings.operate", "appliance-profiles.read");

    private ServerFixture server = started();
    private String administrator = "";
    private List<ApiOperation> operations = List.of();

    @BeforeEach
    void readTheApiDocument() throws Exception {
        administrator = server.administratorToken();
        operations = ApiOperation.all(server, administrator);
    }

    @Test
    void withoutASessionEveryOperationButSigningInIsRefused() {
        assertTrue(operations.size() > 20, () -> "only " + operations.size() + " operations");
        assertAll(operations.stream().filter(operation -> !operation.isSignIn()).flatMap(operation -> java.util.stream.Stream.<Executable>of(
                () -> assertUnauthenticated(operation, null), () -> assertUnauthenticated(operation, "made-up-token"))));
    }

    @Test
    void pathsOutsideOfTheApiAreRefusedToo() {
        assertAll(List.of("/", "/metrics", "/api", "/api/v1", "/api/v1/", "/api/v1/users;a=b", "/nothing", "/api/v1/sessions/x",
                "/system/console").stream().<Executable>map(path -> () -> assertEquals(401, server.send("GET", path, null, null).statusCode(), path)));
    }

    @Test
    void aPathWithAnEmptySegmentIsNotEvenRouted() throws Exception {
        assertEquals(400, server.send("GET", "/api/v1//users", administrator, null).statusCode());
    }

    @Test
    void everyOperationStatesAPermissionAndAnId() {
        operations.stream().filter(operation -> !operation.isSignIn()).forEach(operation -> {
            assertFalse(operation.permission().isEmpty(), operation::toString);
            assertTrue(operation.id().matches("[a-z-]+\\.[A-Za-z]+"), operation::toString);
        });
        assertEquals(operations.size(), operations.stream().map(ApiOperation::id).collect(Collectors.toSet()).size());
    }

    @Test
    void aVideoOperatorIsRefusedWhatIsNotAnOperatorsAndOnlyThat() throws Exception {
        String operator = newOperator();
        List<Executable> checks = new ArrayList<>();
        operations.stream().filter(operation -> !operation.isSignIn() && !operation.endsSession() && !operation.streams())
                .forEach(operation -> checks.add(() -> {
                    int status = call(operation, operator).statusCode();
                    if (OPERATORS.contains(operation.permission())) {
                        assertNotEquals(403, status, operation::toString);
                    } else {
                        assertEquals(403, status, operation::toString);
                    }
                    assertNotEquals(500, status, operation::toString);
                }));
        assertAll(checks);
        assertEquals(403, server.send("GET", "/metrics", operator, null).statusCode());
    }

    @Test
    void anAdministratorIsRefusedNothing() {
        assertAll(operations.stream().filter(operation -> !operation.isSignIn() && !operation.endsSession() && !operation.streams())
                .<Executable>map(operation -> () -> {
                    int status = call(operation, administrator).statusCode();
                    assertNotEquals(401, status, operation::toString);
                    assertNotEquals(403, status, operation::toString);
                    assertNotEquals(500, status, operation::toString);
                }));
    }

    @Test
    void anEndedSessionIsNoSession() throws Exception {
        String token = server.administratorToken();
        assertEquals(204, server.send("DELETE", "/api/v1/sessions/current", token, null).statusCode());
        HttpResponse<String> refused = server.send("GET", "/api/v1/sessions/current", token, null);
        assertEquals(401, refused.statusCode());
        assertEquals("security.not-signed-in", ServerFixture.json(refused).path("type").asText());
    }

    private void assertUnauthenticated(ApiOperation operation, @Nullable String token) throws Exception {
        HttpResponse<String> refused = call(operation, token);
        assertEquals(401, refused.statusCode(), operation::toString);
        assertEquals("application/problem+json", refused.headers().firstValue("Content-Type").orElse(""), operation::toString);
        assertTrue(refused.headers().firstValue("WWW-Authenticate").orElse("").startsWith("Bearer"), operation::toString);
    }

    private HttpResponse<String> call(ApiOperation operation, @Nullable String token) throws Exception {
        String body = operation.bodyOrNone();
        return server.send(operation.method(), operation.path(), token, body.isEmpty() ? null : body);
    }

    private String newOperator() throws Exception {
        String name = "operator-" + System.nanoTime();
        HttpResponse<String> added = server.send("POST", "/api/v1/users", administrator, "{\"name\":\"" + name + "\",\"role\":\"operator\"}");
        assertEquals(201, added.statusCode(), added::body);
        return server.signIn(name, ServerFixture.json(added).path("initialPassword").asText());
    }

    private static ServerFixture started() {
        try {
            return ServerFixture.server();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
