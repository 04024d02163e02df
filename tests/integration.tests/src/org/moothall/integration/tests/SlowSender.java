package org.moothall.integration.tests;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;

import org.moothall.testkit.TrustingClient;

/** Sends a body in two parts, with as much time between them as a test wants. */
final class SlowSender implements AutoCloseable {

    private static final String BODY = "<records session=\"s\"></records>";
    private static final int HALF = 10;

    private final Socket socket;

    SlowSender(URI server, Path authority) throws IOException, GeneralSecurityException {
        socket = TrustingClient.of(authority).sslContext().getSocketFactory().createSocket(server.getHost(), server.getPort());
    }

    void begin(String path) throws IOException {
        send("POST " + path + " HTTP/1.1\r\nHost: " + socket.getInetAddress().getHostAddress() + "\r\nContent-Type: text/xml\r\nContent-Length: "
                + BODY.length()
                + "\r\n\r\n" + BODY.substring(0, HALF));
    }

    void finish() throws IOException {
        send(BODY.substring(HALF));
    }

    private void send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    /** The first line of the answer. */
    String answer() throws IOException {
        try (BufferedReader answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))) {
            return String.valueOf(answer.readLine());
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
