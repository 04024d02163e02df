package org.moothall.integration.tests;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

import com.fasterxml.jackson.databind.JsonNode;

/** The API document of the whole server, all domains together. */
@NonNullByDefault({})
class ApiDocumentOsgiTest {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    private JsonNode document;

    @BeforeEach
    void read() throws Exception {
        document = ServerFixture.json(ServerFixture.server().send("GET", "/api/v1/openapi.json", ServerFixture.server().administratorToken(), null));
    }

    @Test
    void everyOperationHasASchemaForWhatItAnswers() {
        List<Executable> checks = new ArrayList<>();
        document.path("paths").properties().forEach(path -> path.getValue().properties().stream().filter(method -> METHODS.contains(method.getKey()))
                .forEach(method -> checks.add(() -> assertAnswers(method.getKey() + " " + path.getKey(), method.getValue().path("responses")))));
        assertTrue(checks.size() > 20, () -> "only " + checks.size() + " operations");
        assertAll(checks);
    }

    @Test
    void everyOperationAndParameterSaysInWordsWhatItIs() {
        document.path("paths").properties().forEach(path -> path.getValue().properties().stream().filter(method -> METHODS.contains(method.getKey()))
                .forEach(method -> {
                    String operation = method.getKey() + " " + path.getKey();
                    assertTrue(method.getValue().path("description").asText().matches(".{12,}\\."), operation);
                    method.getValue().path("parameters").forEach(it -> assertTrue(it.path("description").asText().endsWith("."), operation + " " + it));
                }));
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        document.findValuesAsText("$ref").forEach(reference -> assertFalse(document.at(reference.substring(1)).isMissingNode(), reference));
    }

    private static void assertAnswers(String operation, JsonNode responses) {
        String told = operation + " " + responses;
        assertFalse(responses.path("default").path("content").path("application/problem+json").path("schema").isEmpty(), told);
        assertEquals(2, responses.size(), told);
        if (!responses.has("204")) {
            JsonNode content = responses.path(List.of("201", "202").stream().filter(responses::has).findFirst().orElse("200")).path("content");
            assertEquals(1, content.size(), told);
            assertFalse(content.iterator().next().path("schema").isEmpty(), told);
        }
    }
}
