package org.moothall.web.internal.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;

import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.Test;
import org.moothall.core.Problem;
import org.moothall.core.json.Json;
import org.moothall.security.Role;
import org.moothall.security.UserId;

import com.fasterxml.jackson.core.JacksonException;

class JsonProblemsTest {

    record Inner(int count, @Nullable Role role, @Nullable UserId id) {}

    record Outer(String name, List<Inner> inner) {}

    @Test
    void anUnknownFieldIsNamedWithItsPath() {
        assertEquals("inner[1].cuont", field("{\"inner\":[{\"count\":1},{\"count\":1,\"cuont\":1}]}"));
    }

    @Test
    void aWrongTypeIsNamedWithItsPath() {
        assertEquals("inner[0].count", field("{\"inner\":[{\"count\":\"many\"}]}"));
        assertEquals("name", field("{\"name\":{}}"));
    }

    record Numbers(@Nullable Integer count, @Nullable Double share, @Nullable Map<Role, @Nullable Long> each) {}

    @Test
    void blankFractionalAndHugeNumbersAreRefusedAtTheirField() {
        for (String body : List.of("{\"count\":\"\"}", "{\"count\":1.5}", "{\"count\":99999999999}", "{\"count\":1e99}")) {
            assertEquals("count", field(body, Numbers.class), body);
        }
        assertEquals("share", field("{\"share\":\"\"}", Numbers.class));
        for (String value : List.of("\"\"", "1.5")) {
            assertEquals("each.operator", field("{\"each\":{\"operator\":" + value + "}}", Numbers.class), value);
        }
        assertEquals("has a number that is too large.", problem("{\"each\":{\"operator\":99999999999999999999}}", Numbers.class).violations().get(0).message());
        assertEquals("each", field("{\"each\":{\"king\":1}}", Numbers.class));
    }

    @Test
    void aWrongChoiceSaysWhichThereAre() {
        Problem problem = problem("{\"inner\":[{\"role\":\"king\"}]}");
        assertEquals("must be one of administrator, operator.", problem.violations().get(0).message());
    }

    @Test
    void aRefusalOfAnIdIsToldAtItsPath() {
        assertEquals("inner[0].id", field("{\"inner\":[{\"id\":\"\"}]}"));
    }

    @Test
    void brokenJsonIsTheBodysFault() {
        assertEquals("body", field("{\"name\":"));
        assertEquals("body", field("[]"));
    }

    @Test
    void noClassNameIsTold() {
        for (String body : new String[] {"{\"name\":{}}", "[]", "{", "{\"x\":1}", "{\"inner\":[{\"count\":1.5e400}]}", "\"\\uD800\""}) {
            assertFalse(problem(body).toString().contains("moothall.web"), body);
        }
    }

    private static String field(String body) {
        return field(body, Outer.class);
    }

    private static String field(String body, Class<?> type) {
        return problem(body, type).violations().get(0).field();
    }

    private static Problem problem(String body) {
        return problem(body, Outer.class);
    }

    private static Problem problem(String body, Class<?> type) {
        return JsonProblems.of(assertThrows(JacksonException.class, () -> Json.strict().readValue(body, type)));
    }
}
