package org.moothall.integration.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A POST that carries a key is carried out once, however often it is sent. */
class IdempotencyOsgiTest {

    private String administrator = "";

    @BeforeEach
    void signIn() throws Exception {
        administrator = ServerFixture.server().administratorToken();
    }

    @Test
    void aRepeatedPostGetsTheFirstAnswerAndNothingIsDoneTwice() throws Exception {
        HttpResponse<String> first = add("repeated-1", "ida");
        HttpResponse<String> second = add("repeated-1", "ida");
        assertEquals(201, first.statusCode(), first::body);
        assertEquals(201, second.statusCode(), second::body);
        assertEquals(first.body(), second.body());
        for (String header : new String[] {"Location", "ETag", "Content-Type"}) {
            assertTrue(first.headers().firstValue(header).isPresent(), header);
            assertEquals(first.headers().firstValue(header), second.headers().firstValue(header), header);
        }
        assertFalse(first.headers().firstValue("Idempotency-Replayed").isPresent());
        assertEquals(Optional.of("true"), second.headers().firstValue("Idempotency-Replayed"));
    }

    @Test
    void anotherKeyIsAnotherRequest() throws Exception {
        assertEquals(201, add("another-1", "ines").statusCode());
        assertEquals(409, add("another-2", "ines").statusCode(), "the name is taken");
    }

    @Test
    void aRefusalIsRepeatedAsAProblem() throws Exception {
        HttpResponse<String> first = add("refused-1", "");
        HttpResponse<String> second = add("refused-1", "");
        assertEquals(400, first.statusCode());
        assertEquals(first.body(), second.body());
        assertEquals(Optional.of("application/problem+json"), second.headers().firstValue("Content-Type"));
    }

    @Test
    void aKeyThatCameWithAnotherBodyIsRefused() throws Exception {
        assertEquals(201, add("reused-1", "irma").statusCode());
        HttpResponse<String> other = add("reused-1", "isa");
        assertEquals(409, other.statusCode());
        assertEquals("core.idempotency-key-reused", ServerFixture.json(other).path("type").asText());
    }

    @Test
    void aKeyThatIsTooLongIsRefused() throws Exception {
        assertEquals(400, add("k".repeat(201), "ilse").statusCode());
    }

    @Test
    void whoSignsInTwiceWithOneKeyGetsTwoSessions() throws Exception {
        assertEquals(201, ServerFixture.server().post("/api/v1/users", administrator, "ivo-1",
                "{\"name\":\"ivo\",\"role\":\"operator\",\"password\":\"long enough 4 ivo\"}").statusCode());
        assertNotEquals(session(), session());
    }

    private String session() throws Exception {
        HttpResponse<String> session = ServerFixture.server().post("/api/v1/sessions", administrator, "session-1",
                "{\"user\":\"ivo\",\"password\":\"long enough 4 ivo\"}");
        assertEquals(201, session.statusCode(), session::body);
        return ServerFixture.json(session).path("token").asText();
    }

    private HttpResponse<String> add(String key, String name) throws Exception {
        return ServerFixture.server().post("/api/v1/users", administrator, key, "{\"name\":\"" + name + "\",\"role\":\"operator\"}");
    }
}
