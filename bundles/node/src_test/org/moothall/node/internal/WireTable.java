package org.moothall.node.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Plays a table of requests and compares the answers byte by byte. Each entry is two lines:
 *
 * <pre>
 * METHOD path [form]
 * STATUS [body after the prolog | > path of what was made]
 * </pre>
 *
 * {@code {guid} {int} {dec} {time} {text} {secret}} stand for any of these, {@code {rest}} for anything; {@code <name>} at the end of a path names the id of what was made,
 * and {@code {name}} is that id in later lines. Empty lines and those that begin with # are passed over.
 */
final class WireTable {

    private static final String PROLOG = "<?xml version=\"1.0\"?>";
    private static final Map<String, String> PATTERNS = Map.of("guid", "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", "int", "\\d+", "dec",
            "-?\\d+\\.\\d",
            "time", "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ", "text", "[^<>]*", "secret", "[A-Za-z0-9_-]{22}", "rest", ".*");

    private final QuietLab lab;
    private final Map<String, String> known = new LinkedHashMap<>();

    WireTable(QuietLab lab) {
        this.lab = lab;
    }

    /** Gives a name to a value. */
    WireTable with(String name, Object value) {
        known.put(name, value.toString());
        return this;
    }

    String value(String name) {
        return known.getOrDefault(name, "");
    }

    WireTable play(String table) {
        List<String> lines = table.lines().map(String::strip).filter(line -> !line.isEmpty() && !line.startsWith("#")).toList();
        for (int i = 0; i < lines.size(); i += 2) {
            String[] request = lines.get(i).split(" ", 3);
            String form = request.length > 2 ? filled(request[2]) : "";
            String path = filled(request[1]);
            compare(lines.get(i), lines.get(i + 1), lab.send(0, request[0], path, form));
        }
        return this;
    }

    private void compare(String request, String expected, HttpResponse<byte[]> answer) {
        String body = new String(answer.body(), StandardCharsets.UTF_8);
        String[] parts = expected.split(" ", 2);
        String rest = parts.length > 1 ? parts[1] : "";
        assertEquals(parts[0], Integer.toString(answer.statusCode()), request + "\n" + body);
        assertEquals(rest.startsWith("<") ? "text/xml" : "none", answer.headers().firstValue("Content-Type").orElse("none"), request + "\n" + body);
        if (rest.startsWith("> ")) {
            made(request, rest.substring(2), answer.headers().firstValue("Location").orElse("no Location"));
        } else {
            assertEquals("none", answer.headers().firstValue("Location").orElse("none"), request);
        }
        if (rest.startsWith("<")) {
            assertTrue(body.startsWith(PROLOG), request + "\n" + body);
            assertTrue(pattern(rest).matcher(body.substring(PROLOG.length())).matches(),
                    request + "\nwanted " + filled(rest) + "\nbut got " + body.substring(PROLOG.length()));
        } else {
            assertEquals("", body, request);
        }
    }

    private void made(String request, String path, String location) {
        int begin = path.indexOf('<');
        String prefix = "/api/v1/" + filled(path.substring(0, begin));
        assertEquals(prefix, location.substring(0, Math.max(0, location.length() - 36)), request);
        known.put(path.substring(begin + 1, path.length() - 1), location.substring(location.length() - 36));
    }

    private String filled(String text) {
        String result = text;
        for (Map.Entry<String, String> value : known.entrySet()) {
            result = result.replace("{" + value.getKey() + "}", value.getValue());
        }
        return result;
    }

    private Pattern pattern(String text) {
        Matcher places = Pattern.compile("\\{(\\w+)\\}").matcher(filled(text));
        StringBuilder regex = new StringBuilder();
        int done = 0;
        String whole = filled(text);
        while (places.find()) {
            regex.append(Pattern.quote(whole.substring(done, places.start())))
                    .append(PATTERNS.getOrDefault(places.group(1), "no such name " + places.group(1)));
            done = places.end();
        }
        return Pattern.compile(regex.append(Pattern.quote(whole.substring(done))).toString(), Pattern.DOTALL);
    }
}
