package org.moothall.client.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

import org.eclipse.jdt.annotation.Nullable;

/**
 * Reads server-sent events, however the network cut them. Bounded: an event longer than the limit is read over and handed on as
 * {@link Event#tooLong}. @spec HTML Living Standard, server-sent events, 9.2.6
 */
final class SseParser {

    /** @param id of this event or, when it has none, of the one before; null when none had one */
    record Event(@Nullable String id, String type, String data, boolean tooLong) {}

    private static final int END = -1;

    private final InputStream in;
    private final int limit;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream(512);
    private @Nullable String lastId;
    private boolean afterReturn;
    private boolean cut;
    private boolean first = true;

    SseParser(InputStream in, int limit, @Nullable String lastId) {
        this.in = in;
        this.limit = limit;
        this.lastId = lastId;
    }

    /** The id to resume after, also while no event is whole. */
    @Nullable
    String lastId() {
        return lastId;
    }

    /** The next event, or null at the end of the stream; what is not whole by then is dropped. */
    @Nullable
    Event next() throws IOException {
        StringBuilder data = new StringBuilder();
        String type = "";
        boolean tooLong = false;
        boolean any = false;
        @Nullable String id = lastId;
        while (true) {
            @Nullable String text = readLine();
            if (text == null) {
                return null;
            }
            tooLong |= cut;
            if (text.isEmpty() && !cut) {
                lastId = id;
                if (any) {
                    return new Event(id, type.isEmpty() ? "message" : type, strip(data), tooLong);
                }
                type = "";
                continue;
            }
            int colon = text.indexOf(':');
            String field = colon < 0 ? text : text.substring(0, colon);
            String value = colon < 0 ? "" : text.substring(text.startsWith(" ", colon + 1) ? colon + 2 : colon + 1);
            switch (field) {
                case "data" -> {
                    any = true;
                    tooLong |= data.length() + value.length() > limit;
                    if (!tooLong) {
                        data.append(value).append('\n');
                    }
                }
                case "event" -> {
                    type = value;
                    any |= "reset".equals(value);
                }
                case "id" -> id = value.indexOf('\0') < 0 ? value : id;
                default -> {} // comments and fields that this reader does not need
            }
        }
    }

    private static String strip(StringBuilder data) {
        return data.isEmpty() ? "" : data.substring(0, data.length() - 1);
    }

    /** A line without its end (LF, CR or CRLF); null at the end of the stream. */
    private @Nullable String readLine() throws IOException {
        line.reset();
        cut = false;
        while (true) {
            int octet = in.read();
            if (octet == END) {
                return null;
            }
            boolean second = afterReturn && octet == '\n';
            afterReturn = octet == '\r';
            if (second) {
                continue;
            }
            if (octet == '\n' || octet == '\r') {
                return text();
            }
            if (line.size() < limit) {
                line.write(octet);
            } else {
                cut = true;
            }
        }
    }

    private String text() {
        String text = line.toString(StandardCharsets.UTF_8);
        boolean marked = first && text.startsWith("\uFEFF");
        first = false;
        return marked ? text.substring(1) : text;
    }
}
