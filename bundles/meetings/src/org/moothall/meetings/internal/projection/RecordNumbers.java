package org.moothall.meetings.internal.projection;

import java.util.ArrayList;
import java.util.List;

/** Which records of a bridge's session have arrived: all from the first to the newest but those in holes. */
final class RecordNumbers {

    /** Numbers that are missing, both ends included. */
    record Hole(long from, long to) {}

    /** Can be kept and taken up again. */
    record Memento(long low, long high, List<Hole> holes) {}

    /** What an arrival means. */
    enum Arrival { NEW, REPEATED, LATE, AFTER_GAP }

    private static final int MAX_HOLES = 1_000;

    private long low;
    private long high;
    private final List<Hole> holes;

    RecordNumbers(long first) {
        this(new Memento(first, first - 1, List.of()));
    }

    RecordNumbers(Memento kept) {
        low = kept.low();
        high = kept.high();
        holes = new ArrayList<>(kept.holes());
    }

    Memento memento() {
        return new Memento(low, high, List.copyOf(holes));
    }

    long high() {
        return high;
    }

    /** Everything below has arrived or is given up: where to begin when reading again. */
    long settled() {
        return holes.isEmpty() ? high + 1 : holes.get(0).from();
    }

    Arrival arrive(long index) {
        if (index == high + 1) {
            high = index;
            return Arrival.NEW;
        }
        if (index > high) {
            holes.add(new Hole(high + 1, index - 1));
            if (holes.size() > MAX_HOLES) {
                holes.remove(0);
            }
            high = index;
            return Arrival.AFTER_GAP;
        }
        if (index < low) {
            if (index + 1 < low) {
                holes.add(0, new Hole(index + 1, low - 1));
            }
            low = index;
            return Arrival.LATE;
        }
        return fill(index) ? Arrival.LATE : Arrival.REPEATED;
    }

    /** Nothing below this number is waited for any longer. */
    void giveUpBelow(long index) {
        holes.removeIf(hole -> hole.to() < index);
    }

    boolean whole() {
        return holes.isEmpty();
    }

    private boolean fill(long index) {
        for (int i = holes.size() - 1; i >= 0; i--) {
            Hole hole = holes.get(i);
            if (index >= hole.from() && index <= hole.to()) {
                holes.remove(i);
                if (index < hole.to()) {
                    holes.add(i, new Hole(index + 1, hole.to()));
                }
                if (index > hole.from()) {
                    holes.add(i, new Hole(hole.from(), index - 1));
                }
                return true;
            }
        }
        return false;
    }
}
