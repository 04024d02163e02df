package com.example.acme.dropins;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The plug-in in the dropins folders of the built server and workbench. */
class DropinsTest {

    @TempDir
    static Path work;
    private static Product server;
    private static JsonNode ready;
    private static Api api;

    @BeforeAll
    static void startTheServerWithThePlugIn() throws Exception {
        Path readyFile = work.resolve("ready.json");
        server = new Product(work, "server", "acme.server", "--data", work.resolve("data").toString(), "--port", "0",
                "--ready-file", readyFile.toString());
        server.await("the start", () -> Files.exists(readyFile));
        ready = new ObjectMapper().readTree(readyFile.toFile());
        api = new Api(ready);
        api.signIn(ready.path("user").asText(), ready.path("password").asText());
    }

    @AfterAll
    static void stopTheServer() throws Exception {
        server.close();
    }

    @Test
    void itsResourceAnswersThoseWhoAreSignedIn() throws Exception {
        server.await("the resource", () -> api.get("/acme/rooms").statusCode() == 200);
        assertEquals("Great hall", api.read("/acme/rooms").path("items").path(0).path("name").asText());
    }

    @Test
    void itsResourceIsClosedWithoutASession() throws Exception {
        assertEquals(401, new Api(ready).get("/acme/rooms").statusCode());
    }

    @Test
    void itsResourceIsInTheApiDocument() throws Exception {
        server.await("the resource", () -> api.get("/acme/rooms").statusCode() == 200);
        server.await("the document", () -> api.get("/openapi.json").body().contains("/acme/rooms"));
    }

    @Test
    void itsConditionBecomesANotification() throws Exception {
        server.await("the notification", () -> api.get("/notifications").body().contains("acme.lamp:1"));
    }

    @Test
    void itsPageIsShownInTheWorkbench() throws Exception {
        assumeTrue(System.getenv("DISPLAY") != null, "there is no display: run under xvfb-run");
        Path password = Files.writeString(work.resolve("password"), ready.path("password").asText());
        try (Product workbench = new Product(work, "workbench", "acme.workbench", "-data", work.resolve("workspace").toString(),
                "--settings", work.resolve("settings").toString(), "--server", ready.path("url").asText(),
                "--ca-file", ready.path("caFile").asText(), "--user", ready.path("user").asText(), "--password-file", password.toString())) {
            workbench.await("the page", () -> workbench.log().contains("The page shows 2 rooms."));
            assertTrue(workbench.log().contains("RoomsPart"));
        }
    }
}
