package org.moothall.integration.tests;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.databind.JsonNode;

/** One operation of the API document. @param path with made-up ids in place of the parameters */
record ApiOperation(String id, String method, String path, String permission) {

    static List<ApiOperation> all(ServerFixture server, String token) throws IOException, InterruptedException {
        JsonNode document = ServerFixture.json(server.send("GET", "/api/v1/openapi.json", token, null));
        List<ApiOperation> operations = new ArrayList<>();
        document.path("paths").properties().forEach(path -> path.getValue().properties().forEach(method -> operations.add(new ApiOperation(
                method.getValue().path("operationId").asText(), method.getKey().toUpperCase(Locale.ROOT),
                "/api/v1" + path.getKey().replaceAll("\\{[^}]*\\}", "no-such-id"), method.getValue().path("x-permission").asText()))));
        return operations;
    }

    boolean isSignIn() {
        return method.equals("POST") && path.equals("/api/v1/sessions");
    }

    boolean streams() {
        return path.equals("/api/v1/events");
    }

    /** Whether calling it ends the session it is called with. */
    boolean endsSession() {
        return method.equals("DELETE") && path.equals("/api/v1/sessions/current");
    }

    String bodyOrNone() {
        return method.equals("GET") || method.equals("DELETE") ? "" : "{\"nonsense\":1}";
    }
}
