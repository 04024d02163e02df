package org.moothall.servers.ui.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.client.CertificateDoubt;
import org.moothall.client.ServersClient;
import org.moothall.client.ServersClient.DiscoveredChoice;
import org.moothall.core.PeerCertificate;
import org.moothall.core.ProblemException;
import org.moothall.core.Secret;
import org.moothall.core.Trust;
import org.moothall.servers.AddedCallBridge;
import org.moothall.servers.Cluster;
import org.moothall.servers.ClusterId;
import org.moothall.servers.DiscoveredCallBridge;
import org.moothall.servers.DiscoveryOutcome;
import org.moothall.servers.NewCallBridge;
import org.moothall.servers.Servers.ClusterChange;
import org.moothall.ui.model.FailureWords;
import org.moothall.ui.model.Value;

/** Adding a Call Bridge and the rest of its cluster, without its window. Confined to the UI thread. @spec admin-guide §7.1 */
final class AddServers {

    /** What it is about, in order. */
    enum Phase { BRIDGE, CERTIFICATE, CLUSTER }

    /** Where it is. */
    sealed interface Step {
        /** The form; with what went wrong, or empty. */
        record Form(String problem) implements Step {}

        /** Something is under way. */
        record Working(Phase phase, String what) implements Step {}

        /** A certificate is to be compared and confirmed. */
        record Certificate(String address, PeerCertificate shown) implements Step {}

        /** What became of each bridge. */
        record Results(List<DiscoveryOutcome> outcomes) implements Step {
            boolean complete() {
                return outcomes.stream().allMatch(DiscoveryOutcome::added);
            }
        }
    }

    private final ServersClient servers;
    private final Executor ui;
    private final Value<String> address = new Value<>("");
    private final Value<String> user = new Value<>("");
    private final Value<String> password = new Value<>("");
    private final Value<String> name = new Value<>("");
    private final Value<String> clusterName = new Value<>("");
    private final Value<Boolean> rest = new Value<>(true);
    private final Value<Boolean> manage = new Value<>(true);
    private final Value<Step> step = new Value<>(new Step.Form(""));
    private List<DiscoveryOutcome> outcomes = new ArrayList<>();
    private boolean certificateSeen;
    private @Nullable ClusterId cluster;
    private @Nullable Trust trust;
    private Runnable confirmed = () -> {};
    private @Nullable CompletableFuture<?> underWay;

    AddServers(ServersClient servers, Executor ui) {
        this.servers = servers;
        this.ui = ui;
    }

    Value<String> address() {
        return address;
    }

    Value<String> user() {
        return user;
    }

    Value<String> password() {
        return password;
    }

    Value<String> name() {
        return name;
    }

    Value<String> clusterName() {
        return clusterName;
    }

    Value<Boolean> rest() {
        return rest;
    }

    Value<Boolean> manage() {
        return manage;
    }

    Value<Step> step() {
        return step;
    }

    /** Whether the first Call Bridge is added. */
    boolean bridgeAdded() {
        return cluster != null;
    }

    /** Whether a certificate was confirmed on the way. */
    boolean certificateSeen() {
        return certificateSeen;
    }

    /** Adds the bridge in the fields. */
    void submit() {
        if (address.get().isBlank() || user.get().isBlank() || password.get().isEmpty()) {
            step.set(new Step.Form(Texts.of("add.fill-in")));
            return;
        }
        step.set(new Step.Working(Phase.BRIDGE, Texts.of(rest.get() ? "add.connecting-all" : "add.connecting", address.get().strip())));
        NewCallBridge bridge = new NewCallBridge(address.get().strip(), user.get().strip(), Secret.of(password.get()), orNull(name), trust,
                orNull(clusterName));
        track(servers.add(bridge, rest.get()), this::added, failure -> failed(address.get().strip(), failure, this::submit, this::form));
    }

    /** Offers those members of a cluster that are not configured yet. */
    void offerRest(Cluster known) {
        cluster = known.id();
        step.set(new Step.Working(Phase.CLUSTER, Texts.of("add.asking", known.name())));
        track(servers.discover(known.id()), found -> {
            outcomes = found.stream().filter(one -> one.configured() == null).map(AddServers::notYet).toList();
            step.set(results());
        }, this::form);
    }

    private static DiscoveryOutcome notYet(DiscoveredCallBridge found) {
        return new DiscoveryOutcome(found.address(), false, null, null);
    }

    /** The shown certificate is the right one. */
    void confirm() {
        if (step.get() instanceof Step.Certificate certificate) {
            certificateSeen = true;
            trust = new Trust(Trust.Mode.PINNED, certificate.shown().sha256(), null);
            confirmed.run();
        }
    }

    /** Back from the certificate, or stops what is under way. */
    void back() {
        CompletableFuture<?> call = underWay;
        if (call != null) {
            call.cancel(true);
        }
        trust = null;
        step.set(outcomes.isEmpty() ? new Step.Form("") : results());
    }

    /** Tries again those that could not be added, with what is in the user and password fields now. */
    void retry() {
        trust = null;
        List<String> missing = missing();
        step.set(new Step.Working(Phase.CLUSTER, Texts.count("add.more", missing.size())));
        retry(missing);
    }

    private void retry(List<String> addresses) {
        @Nullable ClusterId known = cluster;
        if (known == null || addresses.isEmpty()) {
            step.set(results());
            return;
        }
        List<DiscoveredChoice> choices = addresses.stream().map(each -> new DiscoveredChoice(each, orNull(user),
                password.get().isEmpty() ? null : Secret.of(password.get()), trust)).toList();
        track(servers.addDiscovered(known, choices), this::merge, failure -> step.set(new Step.Form(FailureWords.of(failure))));
    }

    private void merge(List<DiscoveryOutcome> told) {
        List<DiscoveryOutcome> merged = new ArrayList<>(outcomes);
        told.forEach(one -> merged.replaceAll(old -> old.address().equals(one.address()) ? one : old));
        outcomes = merged;
        told.stream().filter(AddServers::untrusted).findFirst().ifPresentOrElse(
                one -> askCertificate(one.address(), () -> {
                    step.set(new Step.Working(Phase.CLUSTER, Texts.of("add.connecting", one.address())));
                    retry(List.of(one.address()));
                }, () -> step.set(results())),
                () -> step.set(results()));
    }

    private void added(AddedCallBridge answer) {
        cluster = answer.callBridge().cluster();
        trust = null;
        outcomes = new ArrayList<>(List.of(DiscoveryOutcome.added(address.get().strip(), answer.callBridge())));
        outcomes.addAll(answer.discovered());
        if (manage.get()) {
            step.set(results());
        } else {
            track(withoutMeetings(answer.callBridge().cluster()), done -> step.set(results()), failure -> step.set(results()));
        }
    }

    private CompletableFuture<?> withoutMeetings(ClusterId id) {
        return servers.cluster(id).thenCompose(known -> servers.change(id, new ClusterChange(null, false, null), known.version()));
    }

    private void failed(String where, Throwable failure, Runnable again, java.util.function.Consumer<Throwable> otherwise) {
        if (CertificateDoubt.of(code(failure)) != CertificateDoubt.NONE) {
            askCertificate(where, again, () -> otherwise.accept(failure));
        } else {
            otherwise.accept(failure);
        }
    }

    private void askCertificate(String where, Runnable then, Runnable otherwise) {
        confirmed = then;
        step.set(new Step.Working(Phase.CERTIFICATE, Texts.of("add.certificate", where)));
        track(servers.certificate(where), shown -> step.set(new Step.Certificate(where, shown)), failure -> otherwise.run());
    }

    private void form(Throwable failure) {
        step.set(new Step.Form(FailureWords.of(failure)));
    }

    private Step.Results results() {
        return new Step.Results(List.copyOf(outcomes));
    }

    private List<String> missing() {
        return outcomes.stream().filter(one -> !one.added()).map(DiscoveryOutcome::address).toList();
    }

    private <T> void track(CompletableFuture<T> call, java.util.function.Consumer<T> done, java.util.function.Consumer<Throwable> failed) {
        underWay = call;
        call.whenCompleteAsync((result, failure) -> {
            if (call.equals(underWay) && !call.isCancelled()) {
                underWay = null;
                if (failure == null) {
                    done.accept(result);
                } else {
                    failed.accept(failure);
                }
            }
        }, ui);
    }

    private static boolean untrusted(DiscoveryOutcome outcome) {
        DiscoveryOutcome.@Nullable Failure problem = outcome.problem();
        return problem != null && CertificateDoubt.of(problem.type()) == CertificateDoubt.NOT_TRUSTED;
    }

    private static String code(Throwable failure) {
        Throwable cause = failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return cause instanceof ProblemException expected ? expected.problem().code().code() : "";
    }

    private static @Nullable String orNull(Value<String> value) {
        return value.get().isBlank() ? null : value.get().strip();
    }
}
