package org.moothall.workbench.internal;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executor;
import org.eclipse.jdt.annotation.Nullable;
import org.moothall.client.Client;
import org.moothall.client.EventData;
import org.moothall.client.EventStream;
import org.moothall.client.Operation;
import org.moothall.client.Operation.State;
import org.moothall.core.ChangeEvent;
import org.moothall.core.Page;
import org.moothall.ui.Notices;
import org.moothall.ui.model.Value;

/**
 * Long work: that of the server and that of the workbench itself, with what came of it. Confined to the UI thread; free of SWT. Only
 * what {@link #begin} gives may be used on any thread.
 */
public final class OperationsModel implements EventStream.Listener {
    /** Type of the server's events about operations; data: {@code operation}. */
    static final String CHANGED = "web.operation-changed";
    private static final int MOST = 50;

    private final Executor ui;
    private final Clock clock;
    private final Map<String, OperationEntry> known = new LinkedHashMap<>();
    private final Value<List<OperationEntry>> entries = new Value<>(List.of());
    private @Nullable Client client;
    private EventStream.@Nullable Subscription listening;

    OperationsModel(Executor ui, Clock clock) {
        this.ui = ui;
        this.clock = clock;
    }

    /** All, running ones first, then the newest. */
    Value<List<OperationEntry>> entries() {
        return entries;
    }

    /** How many are under way. */
    long running() {
        return entries.get().stream().filter(entry -> !entry.ended()).count();
    }

    /** Follows the operations of a server. */
    void attach(Client signedIn) {
        client = signedIn;
        if (signedIn.may("operations.read")) {
            listening = signedIn.events().listen(this);
            read();
        }
    }

    /** Follows no server any more; everything is forgotten. */
    void detach() {
        EventStream.Subscription open = listening;
        if (open != null) {
            open.close();
        }
        listening = null;
        client = null;
        known.clear();
        publish();
    }

    /** Work of the workbench itself. @param cancel stops it, on the UI thread; null when it cannot be stopped */
    Notices.Progress begin(String title, @Nullable Runnable cancel) {
        LocalWork work = new LocalWork(new OperationEntry(UUID.randomUUID().toString(), title, State.RUNNING, 0, 0, "", clock.instant(), null, cancel));
        work.tell();
        return work;
    }

    /** Forgets what has ended. */
    void forgetEnded() {
        known.values().removeIf(OperationEntry::ended);
        publish();
    }

    @Override
    public void changed(ChangeEvent event) {
        if (CHANGED.equals(event.type())) {
            EventData.find(event, "operation", Operation.class).ifPresent(told -> ui.execute(() -> take(told)));
        }
    }

    @Override
    public void reset() {
        ui.execute(this::read);
    }

    private void read() {
        Client asked = client;
        if (asked != null) {
            asked.operations().list().whenCompleteAsync((page, failure) -> {
                if (page != null && asked.equals(client)) {
                    replace(page);
                }
            }, ui);
        }
    }

    private void replace(Page<Operation> page) {
        page.items().forEach(this::keep);
        publish();
    }

    private void take(Operation told) {
        if (client != null) {
            keep(told);
            publish();
        }
    }

    private void keep(Operation told) {
        @Nullable OperationEntry before = known.get(told.id());
        if (before == null || !before.ended()) {
            known.put(told.id(), OperationEntry.of(told, () -> cancel(told.id())));
        }
    }

    private void cancel(String id) {
        Client asked = client;
        if (asked != null) {
            asked.operations().cancel(id).whenCompleteAsync((done, failure) -> read(), ui);
        }
    }

    private void publish() {
        List<OperationEntry> sorted = new ArrayList<>(known.values());
        sorted.sort(OperationEntry.ORDER);
        sorted.stream().skip(MOST).filter(OperationEntry::ended).forEach(old -> known.remove(old.id()));
        entries.set(List.copyOf(sorted.subList(0, Math.min(MOST, sorted.size()))));
    }

    /** A piece of work of the workbench itself. Any thread. */
    private final class LocalWork implements Notices.Progress {
        private OperationEntry state;

        LocalWork(OperationEntry state) {
            this.state = state;
        }

        @Override
        public synchronized void at(String step, int done, int total) {
            if (!state.ended()) {
                state = new OperationEntry(state.id(), state.title(), State.RUNNING, done, total, step, state.startedAt(), null, state.cancel());
                tell();
            }
        }

        @Override
        public void done(String result) {
            end(State.DONE, result.isEmpty() ? Texts.of("operations.done") : result);
        }

        @Override
        public void failed(String words) {
            end(State.FAILED, words);
        }

        @Override
        public void close() {
            end(State.CANCELLED, Texts.of("operations.cancelled"));
        }

        private synchronized void end(State how, String words) {
            if (!state.ended()) {
                state = new OperationEntry(state.id(), state.title(), how, state.done(), state.total(), words, state.startedAt(), clock.instant(), null);
                tell();
            }
        }

        private void tell() {
            OperationEntry told = state;
            ui.execute(() -> {
                known.put(told.id(), told);
                publish();
            });
        }
    }
}
