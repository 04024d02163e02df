package org.moothall.node.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.moothall.testkit.ManualClock;

/** Wire reference §1.9 and §1.12: bodies that are no forms. */
class BodiesWireTest {

    private static final String LAYOUT = "{\"name\":\"100 % wall\",\"panes\":[{\"x\":0,\"y\":0}]}";

    private final QuietLab lab;
    private final WireTable table;

    BodiesWireTest(@TempDir Path folder) {
        lab = new QuietLab(folder, 1, new ManualClock());
        table = new WireTable(lab).with("none", "00000000-0000-4000-8000-000000000000");
    }

    @AfterEach
    void end() {
        lab.close();
    }

    @Test
    void section112ALayoutTemplateHasAJsonBodyAndItsSizeAndKeepsThem() {
        table.play("""
                POST layoutTemplates name=Wall&description=Four
                200 > layoutTemplates/<layout>
                GET layoutTemplates/{layout}
                200 <layoutTemplate id="{layout}"><name>Wall</name><description>Four</description><templateSize>0</templateSize></layoutTemplate>
                PUT layoutTemplates/{layout}/template notJson
                400 <failureDetails><parameterError parameter="template" error="invalidValue" /></failureDetails>
                PUT layoutTemplates/{none}/template {}
                404 <failureDetails><layoutTemplateDoesNotExist /></failureDetails>
                """);
        String path = "layoutTemplates/" + table.value("layout");
        assertEquals(200, lab.send(0, "PUT", path + "/template", LAYOUT).statusCode());
        lab.restart(0);
        HttpResponse<byte[]> body = lab.send(0, "GET", path + "/template", "");
        assertEquals(LAYOUT, new String(body.body(), StandardCharsets.UTF_8));
        assertEquals("application/json", body.headers().firstValue("Content-Type").orElse(""));
        assertTrue(lab.get(0, path).contains("<templateSize>" + LAYOUT.length() + "</templateSize>"));
        assertTrue(lab.get(0, "layoutTemplates").endsWith("<name>Wall</name></layoutTemplate></layoutTemplates>"));
    }

    @Test
    void section19ASpaceHasAnInvitationAndMetadata() {
        table.play("""
                POST coSpaces name=Board&uri=board&callId=77&passcode=4711
                200 > coSpaces/<space>
                GET coSpaces/{space}/emailInvitation
                200 <emailInvitation><invitation>You are invited to &quot;Board&quot;.\
                {rest}Video system: board@lab.example{rest}Meeting ID: 77{rest}Passcode: 4711{rest}</invitation><language>en_US</language></emailInvitation>
                GET coSpaces/{none}/emailInvitation
                404 <failureDetails><coSpaceDoesNotExist /></failureDetails>
                """);
        String metadata = "coSpaces/" + table.value("space") + "/metadata";
        assertEquals("", lab.get(0, metadata));
        assertEquals(200, lab.send(0, "PUT", metadata, "{\"kept\":\"50 % & more\"}").statusCode());
        assertEquals("{\"kept\":\"50 % & more\"}", lab.get(0, metadata));
        assertTrue(!lab.get(0, "coSpaces/" + table.value("space")).contains("kept"));
    }
}
