package org.moothall.workbench.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The addresses that were visited, like a browser's. */
final class History {
    private static final int MOST = 100;

    private final List<String> steps = new ArrayList<>();
    private int place = -1;

    /** Goes to an address: what was ahead is forgotten. The same address again is no step. */
    void go(String address) {
        if (place >= 0 && steps.get(place).equals(address)) {
            return;
        }
        steps.subList(place + 1, steps.size()).clear();
        steps.add(address);
        if (steps.size() > MOST) {
            steps.removeFirst();
        }
        place = steps.size() - 1;
    }

    /** The present step has another address now. */
    void replace(String address) {
        if (place >= 0) {
            steps.set(place, address);
        } else {
            go(address);
        }
    }

    /** One step back; its address. */
    Optional<String> back() {
        return place > 0 ? Optional.of(steps.get(--place)) : Optional.empty();
    }

    /** One step forward; its address. */
    Optional<String> forward() {
        return place < steps.size() - 1 ? Optional.of(steps.get(++place)) : Optional.empty();
    }

    /** Forgets all. */
    void clear() {
        steps.clear();
        place = -1;
    }
}
