package org.moothall.integration.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.http.HttpResponse;
import java.time.Duration;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.moothall.store.Database;

/** Sessions end when nobody uses them, and in the end also when somebody does. @spec admin-guide §21 */
class SessionExpiryOsgiTest {

    private static final Duration IDLE = Duration.ofHours(1);
    private static final Duration LIFE = Duration.ofHours(24);

    private String token = "";

    @BeforeEach
    void signIn() throws Exception {
        token = ServerFixture.server().administratorToken();
    }

    @Test
    void aSessionThatNobodyUsesEndsAfterAnHour() throws Exception {
        goOn(IDLE.minusMinutes(5));
        assertEquals(200, ask().statusCode());
        goOn(IDLE.plusMinutes(1));
        assertEnded();
    }

    @Test
    void aSessionThatIsUsedEndsAfterADay() throws Exception {
        Duration step = Duration.ofMinutes(50);
        for (Duration used = step; used.compareTo(LIFE.minusMinutes(5)) < 0; used = used.plus(step)) {
            goOn(step);
            assertEquals(200, ask().statusCode(), "after " + used);
        }
        goOn(step);
        assertEnded();
    }

    @Test
    void theSessionTellsWhenItWillEnd() throws Exception {
        assertEquals(IDLE.toSeconds(), ServerFixture.json(ask()).path("idleSeconds").asLong());
    }

    private void assertEnded() throws Exception {
        HttpResponse<String> answer = ask();
        assertEquals(401, answer.statusCode(), answer::body);
        assertEquals("security.not-signed-in", ServerFixture.json(answer).path("type").asText());
        assertEquals(401, ServerFixture.server().send("GET", "/api/v1/events", token, null).statusCode());
    }

    private HttpResponse<String> ask() throws Exception {
        return ServerFixture.server().send("GET", "/api/v1/sessions/current", token, null);
    }

    private static void goOn(Duration time) throws Exception {
        // That the session was used is noted a moment later, in the order of all writes.
        ServerFixture.service(Database.class).writeAndWait(connection -> true);
        ServerFixture.server().clock().advance(time);
    }
}
