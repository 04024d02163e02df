package org.moothall.ui.tests;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Objects;
import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.moothall.testkit.RunningLab;
import org.moothall.testkit.intake.BuiltServer.Door;

/** The one lab and the one workbench of all tests here: started by the first test, ended after the last. */
public final class Stage implements BeforeAllCallback {

    private static @Nullable Stage running;

    private @Nullable RunningLab lab;
    private @Nullable RunningWorkbench workbench;
    private @Nullable ServerApi api;
    private String password = "";

    /** The running one. */
    static Stage get() {
        return Objects.requireNonNull(running);
    }

    @Override
    public void beforeAll(@Nullable ExtensionContext context) throws IOException {
        if (running == null && context != null) {
            running = this;
            RunningLab started = new RunningLab();
            lab = started;
            password = started.fact("password");
            api = new ServerApi(door());
            workbench = new RunningWorkbench();
            workbench().size(1280, 800);
            AutoCloseable end = this::end;
            context.getRoot().getStore(ExtensionContext.Namespace.create(Stage.class)).put("stage", end);
        }
    }

    private void end() {
        workbench().close();
        lab().close();
    }

    RunningLab lab() {
        return Objects.requireNonNull(lab);
    }

    RunningWorkbench workbench() {
        return Objects.requireNonNull(workbench);
    }

    ServerApi api() {
        return Objects.requireNonNull(api);
    }

    String password() {
        return password;
    }

    /** The administrator has another password from now on. */
    void password(String changed) {
        password = changed;
    }

    private Door door() {
        return new Door(URI.create(lab().fact("url")), Path.of(lab().fact("caFile")), lab().fact("user"), password);
    }

    /** Shows a page of the workbench, after sign-in where that is needed. */
    void page(String name) {
        RunningWorkbench window = workbench();
        if (window.sees("Password")) {
            signIn(door());
        }
        window.press(name);
        window.await(name, () -> window.sees(name + " page"));
    }

    /** Signs in, to any server; whoever was signed in before is signed out. */
    void signIn(Door door) {
        RunningWorkbench window = workbench();
        if (!window.sees("Password")) {
            signOut();
        }
        form(door.url().toString(), door.user(), door.password());
        window.press("Sign in");
        window.await("the pages or the certificate", () -> window.sees("Overview") || window.reads("Is this your server?"));
        if (window.reads("Is this your server?")) {
            window.press("It is the same: trust it and sign in");
        }
        window.await("the pages", () -> window.sees("Overview"));
    }

    /** The sign-in form is shown. */
    void signOut() {
        RunningWorkbench window = workbench();
        window.command("org.moothall.workbench.command.sign-out");
        window.await("the form", () -> window.sees("Password"));
    }

    /** Fills in the sign-in form. */
    void form(String server, String user, String secret) {
        RunningWorkbench window = workbench();
        window.type("Server", server);
        window.type("User", user);
        window.type("Password", secret);
    }
}
