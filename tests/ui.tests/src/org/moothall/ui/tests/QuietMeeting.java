package org.moothall.ui.tests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.moothall.testkit.RunningLab;
import org.moothall.testkit.TrustingClient;

/** A meeting outside the lab's script: nobody comes, goes or ends it but the test that opened it. */
final class QuietMeeting implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final RunningLab.Node node;
    private final HttpClient client;
    private final String name;
    private final List<String> people;
    private final String space;
    private final String call;

    /** Opens it in a space of its own on the lab's first node and calls these people in; they answer after some seconds. */
    QuietMeeting(RunningLab lab, String name, String... people) {
        this(lab.nodes().get(0), name, people);
    }

    /** On this node. */
    QuietMeeting(RunningLab.Node node, String name, String... people) {
        this.node = node;
        this.name = name;
        this.people = List.of(people);
        try {
            client = TrustingClient.of(node.caFile());
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        space = created("/coSpaces", "name=" + coded(name));
        call = created("/calls", "coSpace=" + space);
        for (String person : people) {
            call(person);
        }
    }

    /** Calls one more in. */
    void call(String person) {
        created("/calls/" + call + "/callLegs", "remoteParty=" + address(person) + "&nameLabelOverride=" + coded(person));
    }

    String name() {
        return name;
    }

    List<String> people() {
        return people;
    }

    /** What a person is called by. */
    static String address(String person) {
        return person.toLowerCase(Locale.ROOT).replace(' ', '.') + "@example.org";
    }

    /** Ends the meeting, if nobody did, and takes its space away. */
    @Override
    public void close() {
        send("/calls/" + call, "DELETE", "");
        send("/coSpaces/" + space, "DELETE", "");
    }

    private String created(String path, String form) {
        HttpResponse<String> answer = send(path, "POST", form);
        String location = answer.headers().firstValue("Location").orElseThrow(() -> new IllegalStateException(path + " answered " + answer.body()));
        return location.substring(location.lastIndexOf('/') + 1);
    }

    private HttpResponse<String> send(String path, String method, String form) {
        String account = Base64.getEncoder().encodeToString((node.user() + ':' + node.password()).getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(URI.create(node.url() + "/api/v1" + path)).timeout(LIMIT).header("Authorization", "Basic " + account)
                .header("Content-Type", "application/x-www-form-urlencoded").method(method, BodyPublishers.ofString(form)).build();
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static String coded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
