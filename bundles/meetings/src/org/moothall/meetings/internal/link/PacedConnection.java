package org.moothall.meetings.internal.link;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import org.moothall.core.CoreProblem;
import org.moothall.core.Problem;
import org.moothall.servers.spi.ApiElement;
import org.moothall.servers.spi.CallBridgeConnection;

/** A connection whose requests are charged to the bridge's budget. */
final class PacedConnection implements CallBridgeConnection {

    /** As many rows come with one request of a list. */
    private static final int ROWS = 50;

    /** What comes before each request. */
    private interface Toll {
        void pay() throws InterruptedException;
    }

    private final CallBridgeConnection bridge;
    private final Budget budget;
    private final Toll toll;

    private PacedConnection(CallBridgeConnection bridge, Budget budget, Toll toll) {
        this.bridge = bridge;
        this.budget = budget;
        this.toll = toll;
    }

    /** For our own reading: each request waits until there is room for it. */
    static CallBridgeConnection reading(CallBridgeConnection bridge, Budget budget) {
        return new PacedConnection(bridge, budget, budget::await);
    }

    /** For what people do: nothing waits. */
    static CallBridgeConnection acting(CallBridgeConnection bridge, Budget budget) {
        return new PacedConnection(bridge, budget, () -> budget.charge(1));
    }

    @Override
    public ApiElement get(String path, Map<String, String> query) {
        pay();
        return bridge.get(path, query);
    }

    @Override
    public List<ApiElement> list(String path, Map<String, String> query) {
        pay();
        List<ApiElement> rows = bridge.list(path, query);
        budget.charge(rows.size() / ROWS);
        return rows;
    }

    @Override
    public String post(String path, Map<String, String> form) {
        pay();
        return bridge.post(path, form);
    }

    @Override
    public void put(String path, Map<String, String> form) {
        pay();
        bridge.put(path, form);
    }

    @Override
    public void delete(String path) {
        pay();
        bridge.delete(path);
    }

    @Override
    public CompletableFuture<EventsChannel> openEvents(EventsListener listener) {
        pay();
        return bridge.openEvents(listener);
    }

    private void pay() {
        try {
            toll.pay();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problem.of(CoreProblem.UNAVAILABLE, "The connection with the Call Bridge is being ended here.").exception();
        }
    }
}
