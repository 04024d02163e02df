package org.moothall.servers.internal.driver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.moothall.core.Problem;
import org.moothall.core.ProblemException;
import org.moothall.net.NetProblem;
import org.moothall.servers.spi.ApiElement;

@NonNullByDefault({})
class ApiXmlTest {

    @Test
    void anAnswerIsReadWithAttributesTextAndUnknownElements() {
        ApiElement calls = parse(
                "<?xml version=\"1.0\"?><calls total=\"2\"><call id=\"a\"><name>Tee &amp; Küche</name><new><x></x></new></call><call id=\"b\"></call></calls>");
        assertEquals("2", calls.attributes().get("total"));
        assertEquals("Tee & Küche", calls.all("call").getFirst().text("name"));
        assertTrue(calls.all("call").getFirst().find("new").orElseThrow().find("x").isPresent());
        assertEquals("b", calls.all("call").get(1).id());
        assertEquals("", calls.all("call").get(1).text("name"));
    }

    @Test
    void aDocumentTypeIsRefused() {
        assertTrue(refused("<!DOCTYPE status [<!ELEMENT status ANY>]><status/>").contains("document type definition"));
    }

    @Test
    void anExternalEntityIsRefusedAndItsFileIsNotRead(@TempDir Path directory) throws IOException {
        Path secret = Files.writeString(directory.resolve("secret"), "TOP-SECRET");
        String detail = refused("<!DOCTYPE s [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]><s>&x;</s>");
        assertFalse(detail.contains("TOP-SECRET"));
    }

    @Test
    void entitiesThatGrowAreRefused() {
        refused("<!DOCTYPE s [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;\">]><s>&c;</s>");
        refused("<s>&undeclared;</s>");
    }

    @Test
    void truncatedXmlIsRefusedWithItsPlace() {
        assertTrue(refused("<calls total=\"2\"><call id=\"a\"><na").contains("line 1"));
        refused("<calls total=\"2\">");
        refused("");
        refused("not xml at all");
    }

    @Test
    void tooDeepAndTooManyElementsAreRefused() {
        assertTrue(refused("<a>".repeat(ApiXml.MAX_DEPTH + 1) + "</a>".repeat(ApiXml.MAX_DEPTH + 1)).contains("nested deeper"));
        assertTrue(refused("<a>" + "<b/>".repeat(ApiXml.MAX_ELEMENTS) + "</a>").contains("more than " + ApiXml.MAX_ELEMENTS));
        assertEquals("a", parse("<a>".repeat(ApiXml.MAX_DEPTH) + "</a>".repeat(ApiXml.MAX_DEPTH)).name());
    }

    @Test
    void tenMegabytesOfTextAreReadAndNoMoreIsMadeOfThem() {
        String text = "x".repeat(10_000_000);
        assertEquals(text.length(), parse("<a>" + text + "</a>").text().length());
    }

    private static ApiElement parse(String xml) {
        return ApiXml.parse("bridge1:445", xml.getBytes(StandardCharsets.UTF_8));
    }

    private static String refused(String xml) {
        Problem problem = assertThrows(ProblemException.class, () -> parse(xml)).problem();
        assertEquals(NetProblem.NOT_UNDERSTOOD, problem.code());
        assertTrue(problem.detail().startsWith("The answer of bridge1:445 "), problem.detail());
        return problem.detail();
    }
}
