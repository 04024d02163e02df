package org.moothall.mediaengine;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import org.eclipse.jdt.annotation.Nullable;

/** The configuration of the cluster as this bridge knows it, spaces apart; the last writer wins. Thread-safe. */
public final class Catalogue {

    /** The ids of the sets of settings that there is one of each: the program knows them all. */
    private static final Map<String, UUID> SINGLES = new ConcurrentHashMap<>();

    private final Clock clock;
    private final Identities ids;
    private final Map<UUID, Item> items = new LinkedHashMap<>();
    private final Map<String, Map<UUID, Item>> living = new LinkedHashMap<>();
    private final List<Consumer<Item>> writers = new CopyOnWriteArrayList<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    /** Knows these objects to begin with. */
    public Catalogue(Clock clock, Identities ids, Collection<Item> known) {
        this.clock = clock;
        this.ids = ids;
        known.forEach(this::put);
    }

    /** Hears every object written on this bridge, not those that come by replication; on the writer's thread. */
    public void onWrite(Consumer<Item> writer) {
        writers.add(writer);
    }

    /** Hears of every change wherever it was made; on the writer's thread. */
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    /** The objects of a collection that belong to this owner (null: to none), in the order of their making. */
    public synchronized List<Item> list(String collection, @Nullable UUID owner) {
        return living.getOrDefault(collection, Map.of()).values().stream().filter(item -> owner == null ? item.owner() == null : owner.equals(item.owner()))
                .toList();
    }

    /** All objects and the removed ones, for replication and for the disk. */
    public synchronized List<Item> all() {
        return List.copyOf(items.values());
    }

    /** The object of this id in this collection. */
    public synchronized Optional<Item> find(String collection, UUID id) {
        return Optional.ofNullable(living.getOrDefault(collection, Map.of()).get(id));
    }

    /** The settings of which there is only one set. */
    public Map<String, String> single(String name) {
        return find(name, singleId(name)).map(Item::settings).orElse(Map.of());
    }

    /** Knows these settings, of which there is only one set, unless there are some. */
    public synchronized void seedSingle(String name, Map<String, String> settings) {
        if (find(name, singleId(name)).isEmpty()) {
            put(new Item(singleId(name), name, null, settings, 1, false));
        }
    }

    /** Changes settings of which there is only one set. */
    public void changeSingle(String name, Map<String, String> changes) {
        UUID id = singleId(name);
        long before = find(name, id).map(Item::version).orElse(0L);
        write(new Item(id, name, null, Space.merged(single(name), changes), version(before), false));
    }

    /** Makes an object. */
    public Item create(String collection, @Nullable UUID owner, Map<String, String> settings) {
        return write(new Item(ids.next(Identities.Kind.OBJECT), collection, owner, Space.merged(Map.of(), settings), version(0), false));
    }

    /** Changes an object; an empty value unsets. */
    public Item change(Item before, Map<String, String> changes) {
        return write(new Item(before.id(), before.collection(), before.owner(), Space.merged(before.settings(), changes), version(before.version()), false));
    }

    /** Removes an object and what belongs to it. */
    public void remove(Item before) {
        all().stream().filter(item -> !item.removed() && before.id().equals(item.owner())).forEach(this::remove);
        write(new Item(before.id(), before.collection(), before.owner(), before.settings(), version(before.version()), true));
    }

    /** Knows this object unless somebody changed it since. */
    public synchronized void seed(Item item) {
        @Nullable Item own = items.get(item.id());
        if (own == null || own.version() <= item.version()) {
            put(item);
        }
    }

    /** Takes what another bridge wrote, where it is newer. */
    public void merge(Collection<Item> others) {
        boolean any = false;
        synchronized (this) {
            for (Item other : others) {
                @Nullable Item own = items.get(other.id());
                if (own == null || own.version() < other.version()) {
                    put(other);
                    any = true;
                }
            }
        }
        if (any) {
            listeners.forEach(Runnable::run);
        }
    }

    private Item write(Item item) {
        synchronized (this) {
            put(item);
        }
        writers.forEach(writer -> writer.accept(item));
        listeners.forEach(Runnable::run);
        return item;
    }

    private void put(Item item) {
        items.put(item.id(), item);
        Map<UUID, Item> collection = living.computeIfAbsent(item.collection(), none -> new LinkedHashMap<>());
        if (item.removed()) {
            collection.remove(item.id());
        } else {
            collection.put(item.id(), item);
        }
    }

    private long version(long before) {
        return Math.max(before + 1, clock.millis());
    }

    private static UUID singleId(String name) {
        return SINGLES.computeIfAbsent(name, text -> UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)));
    }
}
