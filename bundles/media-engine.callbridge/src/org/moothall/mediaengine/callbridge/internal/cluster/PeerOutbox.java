package org.moothall.mediaengine.callbridge.internal.cluster;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import org.moothall.mediaengine.Call;
import org.moothall.mediaengine.CallLeg;
import org.moothall.mediaengine.Catalogue;
import org.moothall.mediaengine.Conference;
import org.moothall.mediaengine.ConferenceEvent;
import org.moothall.mediaengine.Item;
import org.moothall.mediaengine.PeerNews;
import org.moothall.mediaengine.Space;
import org.moothall.mediaengine.callbridge.internal.licensing.UsageMeter;

/** What another bridge has not been told yet: of each thing the last state alone. Thread-safe. */
final class PeerOutbox {

    private final UUID self;
    private final Whole everything;
    private final Map<UUID, Call> calls = new LinkedHashMap<>();
    private final Map<UUID, CallLeg> legs = new LinkedHashMap<>();
    private final Set<UUID> gone = new LinkedHashSet<>();
    private final Map<UUID, Space> spaces = new LinkedHashMap<>();
    private final Map<UUID, Item> items = new LinkedHashMap<>();
    private final List<PeerMessage.Order> orders = new ArrayList<>();
    private final List<UsageMeter.Snapshot> usage = new ArrayList<>();
    private boolean whole = true;
    private boolean waiting;
    private boolean over;
    private boolean resting;

    /** What goes into one message. */
    record Batch(PeerNews news, List<Space> spaces, List<Item> items, List<PeerMessage.Order> orders, List<UsageMeter.Snapshot> usage) {}

    /** Where everything is found. */
    record Whole(Conference conference, Catalogue catalogue, UsageMeter usage) {}

    /** For messages of this bridge. */
    PeerOutbox(UUID self, Whole everything) {
        this.self = self;
        this.everything = everything;
    }

    /** Something happened here. Quick. */
    synchronized void add(ConferenceEvent event) {
        switch (event) {
            case ConferenceEvent.CallStarted it -> calls.put(it.call().id(), it.call());
            case ConferenceEvent.CallChanged it -> calls.put(it.call().id(), it.call());
            case ConferenceEvent.CallEnded it -> forget(it.call().id());
            case ConferenceEvent.LegStarted it -> legs.put(it.leg().id(), it.leg());
            case ConferenceEvent.LegChanged it -> legs.put(it.leg().id(), it.leg());
            case ConferenceEvent.LegEnded it -> forget(it.leg().id());
            default -> {
                return;
            }
        }
        wake();
    }

    synchronized void add(Space space) {
        spaces.put(space.id(), space);
        wake();
    }

    synchronized void add(Item item) {
        items.put(item.id(), item);
        wake();
    }

    synchronized void add(UsageMeter.Snapshot snapshot) {
        usage.add(snapshot);
        wake();
    }

    synchronized void add(PeerMessage.Order order) {
        orders.add(order);
        wake();
    }

    /** The other bridge lost track: it needs everything. */
    synchronized void repeat() {
        whole = true;
    }

    private void wake() {
        waiting = true;
        notifyAll();
    }

    /** Waits until there is something to tell, at most this long, and then a little for what comes with it. */
    synchronized void await(long millis, long gather) throws InterruptedException {
        resting = true;
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        for (long left = millis; left > 0 && !waiting; left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime())) {
            wait(left);
        }
        long gathered = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(gather);
        for (long left = waiting ? gather : 0; left > 0 && !over; left = TimeUnit.NANOSECONDS.toMillis(gathered - System.nanoTime())) {
            wait(left);
        }
        waiting = false;
        resting = false;
    }

    /** Whether there is nothing to tell and nothing is being told. */
    synchronized boolean idle() {
        return over || resting && !waiting && !whole;
    }

    /** Nothing is to be told any more: whoever waits goes on. */
    synchronized void end() {
        over = true;
        wake();
    }

    /** What to tell now; taken out, but for the orders. */
    Batch take() {
        boolean all;
        Batch changes;
        synchronized (this) {
            all = whole;
            changes = new Batch(new PeerNews(self, false, List.copyOf(calls.values()), List.copyOf(legs.values()), List.copyOf(gone)),
                    List.copyOf(spaces.values()),
                    List.copyOf(items.values()), List.copyOf(orders), List.copyOf(usage));
            List.of(calls, legs, spaces, items).forEach(Map::clear);
            gone.clear();
            usage.clear();
            whole = false;
        }
        // What changes from here on is told twice, which does no harm.
        return all ? everything(changes.orders()) : changes;
    }

    private Batch everything(List<PeerMessage.Order> pending) {
        Conference conference = everything.conference();
        return new Batch(new PeerNews(self, true, conference.calls(), conference.legs(), List.of()), conference.spaces().all(), everything.catalogue().all(),
                pending, everything.usage().recent());
    }

    /** The other bridge has these orders. */
    synchronized void delivered(List<PeerMessage.Order> done) {
        orders.removeAll(done);
    }

    private void forget(UUID id) {
        calls.remove(id);
        legs.remove(id);
        gone.add(id);
    }
}
