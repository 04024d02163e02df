package org.moothall.web.internal.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.moothall.core.CoreProblem;
import org.moothall.core.ProblemException;

class IdempotencyKeyTest {

    @Test
    void aRequestWithoutTheHeaderHasNoKey() {
        assertTrue(IdempotencyKey.of("anna", null).isEmpty());
        assertTrue(IdempotencyKey.of("anna", List.of()).isEmpty());
    }

    @Test
    void oneToTwoHundredPrintableCharactersAreAKey() {
        assertEquals("x", IdempotencyKey.of("anna", List.of("x")).orElseThrow().key());
        assertEquals(200, IdempotencyKey.of("anna", List.of("~".repeat(200))).orElseThrow().key().length());
    }

    @Test
    void anythingElseIsRefusedNamingTheHeader() {
        for (List<String> values : List.of(List.of(""), List.of("x".repeat(201)), List.of("a\tb"), List.of("ä"), List.of("a", "b"))) {
            ProblemException refused = assertThrows(ProblemException.class, () -> IdempotencyKey.of("anna", values), values::toString);
            assertEquals(CoreProblem.INVALID_INPUT, refused.problem().code());
            assertEquals("Idempotency-Key", refused.problem().violations().get(0).field());
        }
    }

    @Test
    void methodPathQueryAndBodyTellRequestsApart() {
        String print = print("POST", "/users", "{}");
        assertEquals(print, print("POST", "/users", "{}"));
        assertNotEquals(print, print("PUT", "/users", "{}"));
        assertNotEquals(print, print("POST", "/users?a=b", "{}"));
        assertNotEquals(print, print("POST", "/users", "{ }"));
    }

    @Test
    void onlyPostsWithAnAnswerThatMayBeKeptTakeAKey() {
        assertTrue(applies(UsersResource.class, "add"));
        assertTrue(applies(UsersResource.class, "changePassword"));
        assertEquals(false, applies(UsersResource.class, "list"));
        assertEquals(false, applies(SessionsResource.class, "create"), "a token must not be kept");
    }

    private static boolean applies(Class<?> resource, String name) {
        return IdempotentPosts.appliesTo(Arrays.stream(resource.getMethods()).filter(method -> method.getName().equals(name)).findFirst().orElseThrow());
    }

    private static String print(String method, String path, String body) {
        return IdempotencyKey.print(method, path, body.getBytes(StandardCharsets.UTF_8));
    }
}
