package org.moothall.client.internal;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.moothall.client.Answer;
import org.moothall.client.Call;
import org.moothall.client.Client;
import org.moothall.client.EventStream;
import org.moothall.client.MacrosClient;
import org.moothall.client.MeetingsClient;
import org.moothall.client.NotificationsClient;
import org.moothall.client.OperationsClient;
import org.moothall.client.QualityClient;
import org.moothall.client.ServerAddress;
import org.moothall.client.ServersClient;
import org.moothall.client.SettingsClient;
import org.moothall.client.SizingClient;
import org.moothall.client.UsersClient;
import org.moothall.client.WebhooksClient;
import org.moothall.core.Executors;
import org.moothall.net.HttpsPeer;
import org.moothall.security.Session;

/** One session: its calls and its event stream share a peer. */
final class SignedInClient implements Client {

    /** Calls wait in cheap threads of their own; the peer bounds how many are under way. */
    private static final int WAITING = 256;

    private final ServerAddress server;
    private final HttpsPeer peer;
    private final Sessions sessions;
    private final Workers workers;
    private final Connection connection;
    private final LiveEvents events;
    private final List<Consumer<Call>> heeding = new CopyOnWriteArrayList<>();
    private final AtomicBoolean closed = new AtomicBoolean();

    SignedInClient(ServerAddress server, HttpsPeer peer, Sessions sessions, Executors executors, Clock clock) {
        this.server = server;
        this.peer = peer;
        this.sessions = sessions;
        this.workers = new Workers(executors.blocking("client", WAITING));
        this.connection = new Connection(peer, workers, sessions);
        this.events = new LiveEvents(new EventSource(peer, sessions), workers, executors, clock);
    }

    @Override
    public ServerAddress server() {
        return server;
    }

    @Override
    public Session session() {
        return sessions.session();
    }

    @Override
    public ServersClient servers() {
        return new ServersCalls(this::call);
    }

    @Override
    public MeetingsClient meetings() {
        return new MeetingsCalls(this::call);
    }

    @Override
    public QualityClient quality() {
        return new QualityCalls(this::call);
    }

    @Override
    public MacrosClient macros() {
        return new MacrosCalls(this::call);
    }

    @Override
    public SizingClient sizing() {
        return new SizingCalls(this::call);
    }

    @Override
    public WebhooksClient webhooks() {
        return new WebhooksCalls(this::call);
    }

    @Override
    public NotificationsClient notifications() {
        return new NotificationsCalls(this::call);
    }

    @Override
    public OperationsClient operations() {
        return new OperationsCalls(this::call);
    }

    @Override
    public UsersClient users() {
        return new UsersCalls(this::call);
    }

    @Override
    public SettingsClient settings() {
        return new SettingsCalls(this::call);
    }

    @Override
    public EventStream events() {
        return events;
    }

    @Override
    public CompletableFuture<Answer> call(Call call) {
        CompletableFuture<Answer> answer = connection.call(call);
        if (!"GET".equals(call.method())) {
            answer.thenAccept(well -> heeding.forEach(listener -> listener.accept(call)));
        }
        return answer;
    }

    @Override
    public EventStream.Subscription onCall(Consumer<Call> listener) {
        heeding.add(listener);
        return () -> heeding.remove(listener);
    }

    @Override
    public CompletableFuture<Void> signOut() {
        sessions.giveUp();
        return connection.call(Call.delete("/sessions/current")).handle((answer, failure) -> failure == null).thenRun(this::close);
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            events.close();
            workers.close();
            peer.close();
        }
    }
}
