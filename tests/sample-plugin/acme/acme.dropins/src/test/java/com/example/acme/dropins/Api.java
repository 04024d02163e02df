package com.example.acme.dropins;

import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.Map;

import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The API of a running server. */
final class Api {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String base;
    private final HttpClient client;
    private String token = "";

    Api(JsonNode ready) throws Exception {
        base = ready.path("url").asText() + "/api/v1";
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        try (InputStream in = Files.newInputStream(Path.of(ready.path("caFile").asText()))) {
            trusted.setCertificateEntry("ca", CertificateFactory.getInstance("X.509").generateCertificate(in));
        }
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        client = HttpClient.newBuilder().sslContext(context).build();
    }

    void signIn(String user, String password) throws Exception {
        String body = JSON.writeValueAsString(Map.of("user", user, "password", password));
        token = JSON.readTree(send(HttpRequest.newBuilder(URI.create(base + "/sessions")).header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))).body()).path("token").asText();
    }

    HttpResponse<String> get(String path) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path)).GET();
        return send(token.isEmpty() ? request : request.header("Authorization", "Bearer " + token));
    }

    JsonNode read(String path) throws Exception {
        return JSON.readTree(get(path).body());
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
