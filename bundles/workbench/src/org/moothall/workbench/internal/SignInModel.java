package org.moothall.workbench.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.eclipse.jdt.annotation.Nullable;
import org.moothall.client.CertificateDoubt;
import org.moothall.client.Client;
import org.moothall.client.Clients;
import org.moothall.client.ServerAddress;
import org.moothall.client.SignInAgain;
import org.moothall.core.Credentials;
import org.moothall.core.PeerCertificate;
import org.moothall.core.ProblemException;
import org.moothall.core.Secret;
import org.moothall.core.TrustPolicy;
import org.moothall.ui.UserSettings;
import org.moothall.ui.model.Value;

/** Signing in, without its window: which server, whether its certificate is the right one, who. Confined to the UI thread. */
final class SignInModel {
    /** What the page shows below or instead of the form. */
    sealed interface Step {
        /** The form; with what went wrong, or empty. */
        record Form(String problem) implements Step {}

        /** A call is under way. */
        record Working(String what) implements Step {}

        /** The certificate is to be compared and confirmed. @param changed whether another one was confirmed before */
        record Confirm(PeerCertificate certificate, boolean changed) implements Step {}
    }

    private static final String LAST_SERVER = "sign-in.server";
    private static final String LAST_USER = "sign-in.user";

    private final Clients clients;
    private final UserSettings settings;
    private final Executor ui;
    private final SignInAgain again;
    private final Consumer<Client> entered;
    private final Value<String> server;
    private final Value<String> user;
    private final Value<String> password = new Value<>("");
    private final Value<Step> step = new Value<>(new Step.Form(""));
    private Optional<TrustPolicy> authorities = Optional.empty();
    private @Nullable CompletableFuture<?> underWay;

    /** @param entered takes the signed-in client, on the UI thread */
    SignInModel(Clients clients, UserSettings settings, Executor ui, SignInAgain again, Consumer<Client> entered) {
        this.clients = clients;
        this.settings = settings;
        this.ui = ui;
        this.again = again;
        this.entered = entered;
        server = new Value<>(settings.find(LAST_SERVER).orElse(""));
        user = new Value<>(settings.find(LAST_USER).orElse(""));
    }

    Value<String> server() {
        return server;
    }

    Value<String> user() {
        return user;
    }

    Value<String> password() {
        return password;
    }

    Value<Step> step() {
        return step;
    }

    /** Takes what the command line said; signs in at once when it said all. */
    void prepare(LaunchOptions options) {
        options.server().ifPresent(server::set);
        options.user().ifPresent(user::set);
        try {
            if (options.caFile().isPresent()) {
                authorities = Optional.of(new TrustPolicy.Chain(List.of(Files.readString(options.caFile().get()))));
            }
            if (options.passwordFile().isPresent()) {
                password.set(firstLine(options.passwordFile().get()));
                signIn();
            }
        } catch (IOException e) {
            step.set(new Step.Form(Texts.of("sign-in.file", String.valueOf(e.getMessage()))));
        }
    }

    /** Signs in with what is in the fields. */
    void signIn() {
        if (server.get().isBlank() || user.get().isBlank() || password.get().isEmpty()) {
            step.set(new Step.Form(Texts.of("sign-in.fill-in")));
            return;
        }
        try {
            signIn(ServerAddress.of(server.get(), trust()));
        } catch (ProblemException e) {
            step.set(new Step.Form(Texts.of("sign-in.address")));
        }
    }

    /** The shown certificate is the right one: remember it and sign in. */
    void confirm() {
        if (step.get() instanceof Step.Confirm shown) {
            settings.put(pinKey(), shown.certificate().sha256());
            authorities = Optional.empty();
            signIn();
        }
    }

    /** Back to the form; stops what is under way. */
    void cancel() {
        CompletableFuture<?> call = underWay;
        if (call != null) {
            call.cancel(true);
        }
        step.set(new Step.Form(""));
    }

    private void signIn(ServerAddress address) {
        step.set(new Step.Working(Texts.of("sign-in.working", address.host())));
        CompletableFuture<Client> call = clients.signIn(address, new Credentials(user.get().trim(), Secret.of(password.get())), again);
        underWay = call;
        call.whenComplete((client, failure) -> ui.execute(() -> {
            if (failure == null) {
                enter(client);
            } else if (!call.isCancelled()) {
                failed(address, failure);
            }
        }));
    }

    private void enter(Client client) {
        settings.put(LAST_SERVER, server.get().trim());
        settings.put(LAST_USER, user.get().trim());
        password.set("");
        step.set(new Step.Form(""));
        entered.accept(client);
    }

    private void failed(ServerAddress address, Throwable failure) {
        String code = Failures.code(failure);
        CertificateDoubt doubt = CertificateDoubt.of(code);
        if (doubt != CertificateDoubt.NONE) {
            inspect(address, doubt == CertificateDoubt.CHANGED);
        } else {
            step.set(new Step.Form(remedy(code, address, failure)));
        }
    }

    private void inspect(ServerAddress address, boolean changed) {
        step.set(new Step.Working(Texts.of("sign-in.certificate", address.host())));
        CompletableFuture<PeerCertificate> call = clients.inspect(address);
        underWay = call;
        call.whenComplete((certificate, failure) -> ui.execute(() -> {
            if (failure == null) {
                step.set(new Step.Confirm(certificate, changed));
            } else if (!call.isCancelled()) {
                step.set(new Step.Form(remedy(Failures.code(failure), address, failure)));
            }
        }));
    }

    private static String remedy(String code, ServerAddress address, Throwable failure) {
        String host = address.host();
        String port = Integer.toString(address.port());
        return switch (code) {
            case "net.unknown-host" -> Texts.of("sign-in.unknown-host", host);
            case "net.connection-refused" -> Texts.of("sign-in.refused", host, port);
            case "net.timeout" -> Texts.of("sign-in.timeout", host, port);
            case "net.not-understood", "net.broken" -> Texts.of("sign-in.not-ours", host, port);
            case "security.wrong-credentials" -> Texts.of("sign-in.wrong");
            default -> Failures.words(failure);
        };
    }

    private TrustPolicy trust() {
        if (authorities.isPresent()) {
            return authorities.get();
        }
        return settings.find(pinKey()).<TrustPolicy>map(TrustPolicy.Pinned::new).orElseGet(TrustPolicy::systemChain);
    }

    private String pinKey() {
        return "trust." + ServerAddress.of(server.get(), TrustPolicy.systemChain()).base().getAuthority();
    }

    private static String firstLine(Path file) throws IOException {
        return Files.readString(file).lines().findFirst().orElse("");
    }
}
