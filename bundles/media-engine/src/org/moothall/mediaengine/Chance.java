package org.moothall.mediaengine;

import java.util.List;
import java.util.UUID;

/** Chance that is the same on every machine: each number follows from the seed and from the names of what it decides. */
public final class Chance {

    private long state;

    private Chance(long state) {
        this.state = state;
    }

    /** The chance that belongs to these keys. */
    public static Chance of(long... keys) {
        long mixed = 0x9e3779b97f4a7c15L;
        for (long key : keys) {
            mixed = scramble(mixed ^ key) + 0x9e3779b97f4a7c15L;
        }
        return new Chance(mixed);
    }

    /** The next number of all 64 bits. */
    public long next() {
        state += 0x9e3779b97f4a7c15L;
        return scramble(state);
    }

    /** From 0 to less than 1. */
    public double unit() {
        return (next() >>> 11) * 0x1.0p-53;
    }

    /** From {@code least} to {@code most}, both included. */
    public int between(int least, int most) {
        return least + (int) Math.floorMod(next(), (long) (most - least + 1));
    }

    /** True with this probability, 0 to 1. */
    public boolean hits(double probability) {
        return unit() < probability;
    }

    /** A waiting time in milliseconds with this mean, between the bounds. */
    public long waiting(long mean, long least, long most) {
        return Math.clamp((long) (-Math.log(1 - unit()) * mean), least, most);
    }

    /** One of these. */
    public <T> T pick(List<T> choices) {
        return choices.get(between(0, choices.size() - 1));
    }

    /** A version 4 UUID. */
    public UUID uuid() {
        return new UUID(next() & 0xffffffffffff0fffL | 0x4000L, next() & 0x3fffffffffffffffL | 0x8000000000000000L);
    }

    private static long scramble(long value) {
        long z = (value ^ value >>> 30) * 0xbf58476d1ce4e5b9L;
        z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
        return z ^ z >>> 31;
    }
}
