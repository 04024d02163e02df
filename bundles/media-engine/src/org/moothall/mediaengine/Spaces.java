package org.moothall.mediaengine;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.Problem;

/** The spaces of the cluster as this bridge knows them; the last writer wins. Thread-safe. */
public final class Spaces {

    private final Clock clock;
    private final Identities ids;
    private final Map<UUID, Space> spaces = new LinkedHashMap<>();
    private final int most;
    private final List<Consumer<Space>> writers = new CopyOnWriteArrayList<>();

    /** Knows these spaces to begin with. */
    public Spaces(Clock clock, Identities ids, Collection<Space> known) {
        this(clock, ids, known, Capacity.UNLIMITED);
    }

    /** @param capacity says how many there may be */
    public Spaces(Clock clock, Identities ids, Collection<Space> known, Capacity capacity) {
        this.most = capacity.spaces().orElse(Integer.MAX_VALUE);
        this.clock = clock;
        this.ids = ids;
        known.forEach(space -> spaces.put(space.id(), space));
    }

    /** Hears every space written on this bridge, not those that come by replication; on the writer's thread. */
    public void onWrite(Consumer<Space> writer) {
        writers.add(writer);
    }

    /** All spaces, in the order of their making. */
    public synchronized List<Space> list() {
        return spaces.values().stream().filter(space -> !space.removed()).toList();
    }

    /** All spaces and the removed ones, for replication and for the disk. */
    public synchronized List<Space> all() {
        return List.copyOf(spaces.values());
    }

    /** The space of this id. */
    public synchronized Optional<Space> find(UUID id) {
        return Optional.ofNullable(spaces.get(id)).filter(space -> !space.removed());
    }

    /** Makes a space. Problems: {@code duplicateCoSpaceUri}, {@code duplicateCoSpaceId}, {@code invalidOperation} when there are as many as may be. */
    public Space create(Map<String, String> settings) {
        if (list().size() >= most) {
            throw Problem.of(ConferenceProblem.TOO_MANY_SPACES, "The platform carries no more spaces.").exception();
        }
        return write(new Space(ids.next(Identities.Kind.SPACE), Space.merged(Map.of(), settings), version(0), false));
    }

    /** Changes a space. Problems: {@code coSpaceDoesNotExist}, {@code duplicateCoSpaceUri}, {@code duplicateCoSpaceId}. */
    public Space change(UUID id, Map<String, String> changes) {
        Space before = existing(id);
        return write(before.with(changes, version(before.version())));
    }

    /** Removes a space. Problem: {@code coSpaceDoesNotExist}. */
    public void remove(UUID id) {
        Space before = existing(id);
        write(before.withoutLife(version(before.version())));
    }

    /** Takes what another bridge wrote, where it is newer. Returns whether anything was. */
    public synchronized boolean merge(Collection<Space> others) {
        List<Space> newer = new ArrayList<>();
        for (Space other : others) {
            @Nullable Space own = spaces.get(other.id());
            if (own == null || own.version() < other.version()) {
                newer.add(other);
            }
        }
        newer.forEach(space -> spaces.put(space.id(), space));
        return !newer.isEmpty();
    }

    private Space existing(UUID id) {
        return find(id).orElseThrow(() -> Problem.about(id.toString(), ConferenceProblem.SPACE_DOES_NOT_EXIST, "There is no such space.").exception());
    }

    private Space write(Space space) {
        synchronized (this) {
            if (!space.removed()) {
                refuseDuplicates(space);
            }
            spaces.put(space.id(), space);
        }
        writers.forEach(writer -> writer.accept(space));
        return space;
    }

    private void refuseDuplicates(Space space) {
        for (Space other : list()) {
            if (other.id().equals(space.id())) {
                continue;
            }
            if (sharesAddress(space, other)) {
                throw Problem.of(ConferenceProblem.DUPLICATE_SPACE_URI, "Another space has this address.").exception();
            }
            if (!space.get("callId").isEmpty() && space.get("callId").equals(other.get("callId"))) {
                throw Problem.of(ConferenceProblem.DUPLICATE_SPACE_ID, "Another space has this number.").exception();
            }
        }
    }

    private static boolean sharesAddress(Space one, Space other) {
        return addresses(one).stream().anyMatch(address -> addresses(other).stream().anyMatch(address::equalsIgnoreCase));
    }

    private static List<String> addresses(Space space) {
        return List.of(space.get("uri"), space.get("secondaryUri")).stream().filter(address -> !address.isEmpty()).toList();
    }

    private long version(long before) {
        return Math.max(before + 1, clock.millis());
    }
}
