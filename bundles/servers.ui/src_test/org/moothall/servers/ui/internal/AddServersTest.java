package org.moothall.servers.ui.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.moothall.client.RemoteProblem;
import org.moothall.core.PeerCertificate;
import org.moothall.core.Problem;
import org.moothall.servers.AddedCallBridge;
import org.moothall.servers.DiscoveryOutcome;
import org.moothall.servers.ServersProblem;

@NonNullByDefault({})
class AddServersTest {

    private static final RemoteProblem NOT_TRUSTED = new RemoteProblem("net.certificate-not-trusted", 502, "The certificate is not trusted");

    private static final String FINGERPRINT = "ab".repeat(32);

    private final ScriptedServers server = new ScriptedServers();
    private final AddServers model = new AddServers(server, Runnable::run);

    @Test
    void nothingIsSentWhileSomethingIsMissing() {
        model.submit();
        assertInstanceOf(AddServers.Step.Form.class, model.step().get());
        assertTrue(server.added.isEmpty());
    }

    @Test
    void aRefusalBringsTheFormBackWithItsReasonAndWhatWasTyped() {
        fill();
        model.submit();
        server.add.completeExceptionally(Problem.of(ServersProblem.CREDENTIALS_REFUSED, "Use an account with the API role.").exception());
        assertEquals(new AddServers.Step.Form("Use an account with the API role."), model.step().get());
        assertEquals("cb1", model.address().get());
    }

    @Test
    void anUntrustedCertificateIsShownAndPinnedOnlyWhenConfirmed() {
        fill();
        model.submit();
        server.add.completeExceptionally(Problem.of(NOT_TRUSTED, "Unknown authority.").exception());
        server.certificate.complete(certificate());
        assertInstanceOf(AddServers.Step.Certificate.class, model.step().get());
        assertEquals(1, server.added.size());
        model.confirm();
        assertEquals(FINGERPRINT, Objects.requireNonNull(server.added.getLast().trust()).sha256());
    }

    @Test
    void whoDoesNotTrustTheCertificateIsBackAtTheFormAndNothingIsPinnedLater() {
        fill();
        model.submit();
        server.add.completeExceptionally(Problem.of(NOT_TRUSTED, "Unknown authority.").exception());
        server.certificate.complete(certificate());
        model.back();
        assertEquals(new AddServers.Step.Form(""), model.step().get());
        model.submit();
        assertEquals(null, server.added.getLast().trust());
    }

    @Test
    void eachNodeOfTheClusterHasAResultAndTheMissingOnesAreTriedAgain() {
        fill();
        model.submit();
        server.add.complete(new AddedCallBridge(ScriptedServers.bridge("b1", "c1"),
                List.of(DiscoveryOutcome.added("cb2:443", ScriptedServers.bridge("b2", "c1")), refused("cb3:443"))));
        assertFalse(results().complete());
        model.password().set("other");
        model.retry();
        assertEquals(List.of("cb3:443"), server.chosen.stream().map(choice -> choice.address()).toList());
        server.discovered.complete(List.of(DiscoveryOutcome.added("cb3:443", ScriptedServers.bridge("b3", "c1"))));
        assertTrue(results().complete());
    }

    @Test
    void meetingManagementIsSwitchedOffWhenItIsNotWanted() {
        fill();
        model.manage().set(false);
        model.submit();
        server.add.complete(new AddedCallBridge(ScriptedServers.bridge("b1", "c1"), List.of()));
        assertEquals(Boolean.FALSE, Objects.requireNonNull(server.changed).manageMeetings());
        assertTrue(results().complete());
    }

    @Test
    void membersThatAreNotConfiguredYetAreOffered() {
        model.offerRest(ScriptedServers.cluster("c1"));
        assertEquals(List.of("cb2:443"), results().outcomes().stream().map(DiscoveryOutcome::address).toList());
        model.retry();
        assertEquals(null, server.chosen.getFirst().user());
    }

    private void fill() {
        model.address().set("cb1");
        model.user().set("api");
        model.password().set("secret");
    }

    private AddServers.Step.Results results() {
        return assertInstanceOf(AddServers.Step.Results.class, model.step().get());
    }

    private static DiscoveryOutcome refused(String address) {
        return DiscoveryOutcome.failed(address, Problem.of(ServersProblem.CREDENTIALS_REFUSED, "Refused."));
    }

    private static PeerCertificate certificate() {
        return new PeerCertificate(FINGERPRINT, "CN=cb1", "CN=cb1", List.of("cb1"), Instant.EPOCH, Instant.MAX, "");
    }
}
