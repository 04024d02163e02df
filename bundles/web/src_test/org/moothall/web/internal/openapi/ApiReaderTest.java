package org.moothall.web.internal.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Set;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.moothall.core.json.Json;
import org.moothall.web.internal.events.EventsResource;
import org.moothall.web.internal.rest.OperationsResource;
import org.moothall.web.internal.rest.SessionsResource;
import org.moothall.web.internal.rest.UsersResource;

import com.fasterxml.jackson.databind.JsonNode;

@NonNullByDefault({})
class ApiReaderTest {

    private static JsonNode api;

    @BeforeAll
    static void read() throws IOException {
        api = Json.lenient().readTree(ApiReader.read(Set.of(UsersResource.class, SessionsResource.class, OperationsResource.class, EventsResource.class,
                OpenApiResource.class)));
    }

    @Test
    void everySuccessHasOneStatusAndASchemaUnlessItHasNoBody() {
        api.path("paths").properties().forEach(path -> path.getValue().properties().forEach(method -> {
            JsonNode responses = method.getValue().path("responses");
            String where = method.getKey() + " " + path.getKey() + " " + responses;
            assertEquals(2, responses.size(), where);
            assertFalse(responses.path("default").path("content").path("application/problem+json").path("schema").path("$ref").isMissingNode(), where);
            if (!responses.has("204")) {
                JsonNode content = responses.path(responses.has("201") ? "201" : "200").path("content");
                assertEquals(1, content.size(), where);
                assertFalse(content.iterator().next().path("schema").isEmpty(), where);
            }
        }));
    }

    @Test
    void whatIsMadeIsShownAsItselfWithItsStatus() {
        JsonNode made = api.path("paths").path("/users").path("post").path("responses").path("201").path("content").path("application/json").path("schema");
        JsonNode fields = resolved(made).path("properties");
        assertTrue(fields.has("initialPassword") && fields.has("name"), fields.toString());
    }

    @Test
    void aListIsShownWithItsRows() {
        JsonNode page = resolved(
                api.path("paths").path("/users").path("get").path("responses").path("200").path("content").path("application/json").path("schema"));
        assertTrue(resolved(page.path("properties").path("items").path("items")).path("properties").has("role"), page.toString());
    }

    @Test
    void whatIsRemovedHasNoBody() {
        assertTrue(api.path("paths").path("/users/{id}").path("delete").path("responses").has("204"));
    }

    @Test
    void problemsAreDescribed() {
        assertTrue(api.path("components").path("schemas").path("Problem").path("properties").has("violations"));
    }

    @Test
    void everyOperationAndParameterSaysInWordsWhatItIs() {
        api.path("paths").properties().forEach(path -> path.getValue().properties().forEach(method -> {
            String where = method.getKey() + " " + path.getKey();
            assertTrue(method.getValue().path("description").asText().endsWith("."), where);
            assertTrue(method.getValue().path("description").asText().startsWith(method.getValue().path("summary").asText()), where);
            method.getValue().path("parameters").forEach(parameter -> assertTrue(parameter.path("description").asText().endsWith("."), where + parameter));
        }));
    }

    @Test
    void theFirstSentenceStandsAloneWhereThereIsRoomForOneLine() {
        JsonNode added = api.path("paths").path("/users").path("post");
        assertEquals("Adds a user.", added.path("summary").asText());
        assertEquals("Adds a user. Without a password one is made up and told in this answer only.", added.path("description").asText());
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        api.findValuesAsText("$ref").forEach(reference -> assertFalse(api.at(reference.substring(1)).isMissingNode(), reference));
    }

    private static JsonNode resolved(JsonNode schema) {
        String reference = schema.path("$ref").asText("");
        return reference.isEmpty() ? schema : api.at(reference.substring(1));
    }
}
