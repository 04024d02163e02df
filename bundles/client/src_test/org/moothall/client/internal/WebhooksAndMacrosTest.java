package org.moothall.client.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.moothall.client.internal.ScriptedServer.json;

import java.util.List;
import java.util.concurrent.TimeUnit;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.moothall.client.Client;
import org.moothall.client.Operation;
import org.moothall.client.WebhooksClient;
import org.moothall.core.Secret;
import org.moothall.meetings.Macro;
import org.moothall.meetings.MacroCommand;
import org.moothall.meetings.MacroId;
import org.moothall.meetings.MacroMeetings;
import org.moothall.webhooks.NewWebhook;
import org.moothall.webhooks.WebhookId;

@NonNullByDefault({})
class WebhooksAndMacrosTest {

    private static final String WEBHOOK = """
            {"id":"w1","name":"Desk","url":"https://desk.example/in","eventTypes":["meetings.*"],"trust":{"mode":"chain"},"owner":"u1","paused":false,
            "progress":{"state":"delivering","position":7,"failures":0},"version":1,"secret":"made-up-by-the-server"}""";

    @Test
    void aWebhookIsSentWithItsSecretAndComesBackWithTheOneThatCounts() throws Exception {
        try (ScriptedServer server = new ScriptedServer((request, out) -> json(out, 201, WEBHOOK)); Client client = server.signIn()) {
            WebhooksClient.Added added = client.webhooks()
                    .add(new NewWebhook("https://desk.example/in", List.of("meetings.*"), null, Secret.of("sixteen-characters"), null, 5L))
                    .get(20, TimeUnit.SECONDS);
            assertEquals("made-up-by-the-server", added.secret().reveal());
            assertEquals("POST /api/v1/webhooks HTTP/1.1", server.lines().getLast());
            assertEquals("{\"url\":\"https://desk.example/in\",\"eventTypes\":[\"meetings.*\"],\"secret\":\"sixteen-characters\",\"after\":5}",
                    server.server.received().getLast().body());
        }
    }

    @Test
    void aReplayNamesTheEventAfterWhichItBegins() throws Exception {
        try (ScriptedServer server = new ScriptedServer((request, out) -> json(out, 200, WEBHOOK)); Client client = server.signIn()) {
            client.webhooks().replay(new WebhookId("w1"), 3).get(20, TimeUnit.SECONDS);
            assertEquals("POST /api/v1/webhooks/w1/replay HTTP/1.1", server.lines().getLast());
            assertEquals("{\"after\":3}", server.server.received().getLast().body());
        }
    }

    @Test
    void aMacroIsSentAsTheApiWritesItAndItsRunIsAnOperation() throws Exception {
        try (ScriptedServer server = new ScriptedServer((request, out) -> json(out, 202, """
                {"id":"o1","title":"Run Quiet","state":"running","done":0,"total":1,"step":"Quiet","startedAt":"2026-03-02T12:00:00Z"}"""));
                Client client = server.signIn()) {
            Operation begun = client.macros().run(new MacroId("m1"), true).get(20, TimeUnit.SECONDS);
            assertEquals(Operation.State.RUNNING, begun.state());
            assertEquals("{\"rehearse\":true}", server.server.received().getLast().body());
            Macro.Step step = new Macro.Step(new MacroMeetings(null, List.of("s1"), null), MacroCommand.MUTE_AUDIO, null);
            client.macros().add("Quiet", List.of(step)).handle((macro, refused) -> macro).get(20, TimeUnit.SECONDS);
            assertTrue(server.server.received().getLast().body().contains("{\"meetings\":{\"spaces\":[\"s1\"]},\"command\":\"mute-audio\"}"),
                    server.server.received().getLast()::body);
        }
    }
}
