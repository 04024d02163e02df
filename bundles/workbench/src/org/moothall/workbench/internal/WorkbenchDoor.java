package org.moothall.workbench.internal;

import java.time.Clock;
import java.util.Optional;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.model.application.ui.basic.MTrimmedWindow;
import org.eclipse.e4.ui.model.application.ui.basic.MWindow;
import org.moothall.client.Client;
import org.moothall.ui.UiThread;
import org.moothall.ui.model.Value;

/** Lets people in after sign-in, and out again. For the UI thread only. */
public final class WorkbenchDoor {
    private final MApplication application;
    private final PageArea pages;
    private final CurrentSession session;
    private final OperationsModel operations;
    private final OperationsDrawer drawer;
    private final Clock clock;
    private final UiThread ui;
    private final Value<Optional<Pulse>> pulse = new Value<>(Optional.empty());

    WorkbenchDoor(MApplication application, PageArea pages, CurrentSession session, OperationsModel operations, OperationsDrawer drawer, Clock clock,
            UiThread ui) {
        this.application = application;
        this.pages = pages;
        this.session = session;
        this.operations = operations;
        this.drawer = drawer;
        this.clock = clock;
        this.ui = ui;
    }

    /** What is known of the server as a whole, while somebody is signed in. */
    Value<Optional<Pulse>> pulse() {
        return pulse;
    }

    /** Shows the pages to who signed in. */
    void enter(Client client) {
        application.getContext().set(Client.class, client);
        Pulse started = new Pulse(client, ui, clock);
        application.getContext().set(Pulse.class, started);
        session.client().set(Optional.of(client));
        pulse.set(Optional.of(started));
        started.start();
        operations.attach(client);
        trim(true);
        pages.pages().stream().findFirst().ifPresent(first -> pages.go(first.key()));
    }

    /** Ends the session and shows the sign-in page. */
    public void signOut() {
        session.client().get().ifPresent(client -> {
            pulse.get().ifPresent(Pulse::close);
            drawer.close();
            operations.detach();
            pages.close();
            trim(false);
            session.client().set(Optional.empty());
            pulse.set(Optional.empty());
            application.getContext().remove(Client.class);
            application.getContext().remove(Pulse.class);
            client.signOut();
        });
    }

    private void trim(boolean visible) {
        for (MWindow window : application.getChildren()) {
            if (window instanceof MTrimmedWindow trimmed) {
                trimmed.getTrimBars().forEach(bar -> bar.setVisible(visible));
            }
        }
    }
}
