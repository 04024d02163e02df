package org.moothall.testkit;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.moothall.testkit.TlsServer.Received;

/** The server's side of a WebSocket, for scripts of a {@link TlsServer}. Messages of at most 65,535 bytes. @spec RFC 6455 */
public final class WebSocketScript {

    private static final Pattern KEY = Pattern.compile("(?im)^sec-websocket-key: *(\\S+)");
    private static final String MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private static final int TEXT = 0x81;
    private static final int CLOSE = 0x88;
    private static final int SHORT = 126;

    private WebSocketScript() {}

    /** Agrees to the WebSocket. */
    public static void accept(Received request, OutputStream out) throws IOException {
        Matcher key = KEY.matcher(request.head());
        if (!key.find()) {
            throw new IOException("no WebSocket is asked for: " + request.line());
        }
        try {
            byte[] hash = MessageDigest.getInstance("SHA-1").digest((key.group(1) + MAGIC).getBytes(StandardCharsets.US_ASCII));
            TlsServer.write(out, "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: "
                    + Base64.getEncoder().encodeToString(hash) + "\r\n\r\n");
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    /** Sends a text. */
    public static void send(OutputStream out, String text) throws IOException {
        frame(out, TEXT, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Ends the WebSocket in order. */
    public static void close(OutputStream out) throws IOException {
        frame(out, CLOSE, new byte[] {0x03, (byte) 0xe8});
    }

    private static void frame(OutputStream out, int kind, byte[] content) throws IOException {
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.write(kind);
        if (content.length >= SHORT) {
            frame.write(SHORT);
            frame.write(content.length >> 8);
        }
        frame.write(content.length);
        frame.writeBytes(content);
        out.write(frame.toByteArray());
        out.flush();
    }

    /** The next text that the other side sends. */
    public static String receive(Received request) throws IOException {
        int kind = next(request);
        int length = next(request) & 0x7f;
        if (length == SHORT) {
            length = next(request) << 8 | next(request);
        }
        int[] mask = {next(request), next(request), next(request), next(request)};
        byte[] content = new byte[length];
        for (int i = 0; i < length; i++) {
            content[i] = (byte) (next(request) ^ mask[i % mask.length]);
        }
        if (kind != TEXT) {
            throw new EOFException("the other side sent no text but a frame of kind " + kind);
        }
        return new String(content, StandardCharsets.UTF_8);
    }

    private static int next(Received request) throws IOException {
        int one = request.rest().read();
        if (one < 0) {
            throw new EOFException();
        }
        return one;
    }
}
