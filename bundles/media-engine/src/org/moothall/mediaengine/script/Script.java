package org.moothall.mediaengine.script;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.CoreProblem;
import org.moothall.core.Problem;
import org.moothall.core.ProblemException;
import org.moothall.core.json.Json;

/**
 * What happens in a lab: an organisation, its rooms and the meetings that go on in it all day. A JSON file.
 *
 * @param domain of all addresses
 * @param warmUpMinutes how long the organisation has been at work when a fresh node starts
 * @param tracks each one meeting after another; together they make what is on at the same time; none: nobody meets unless a client makes them
 */
public record Script(String name, String domain, int warmUpMinutes, List<String> firstNames, List<String> lastNames, List<String> rooms, List<Track> tracks) {

    /** Between meetings, and before they come and after they left, seats are empty. */
    private static final double SEATS_A_PERSON = 1.13;
    private static final int MOST_TRACKS = 10_000;

    /**
     * One meeting after another.
     *
     * @param spaces where they meet, in turn
     * @param minutes from one meeting to the next; a meeting takes most of them
     * @param fewest people at the same time, at least 2
     * @param spread part of the people that are on other bridges, 0 to 1
     * @param lobby whether guests wait for the others
     * @param returnsWhenDropped whether somebody that an operator drops calls again
     * @param calm how many times longer than usual people stay and leave things as they are, 1 to 1000; null: 1
     */
    public record Track(List<String> spaces, int minutes, int fewest, int most, double spread, boolean recorded, boolean presented, boolean lobby,
            boolean returnsWhenDropped, @Nullable Integer calm) {
        public Track {
            check(calm == null || calm >= 1 && calm <= 1_000, "tracks.calm", "must be 1 to 1000.");
            spaces = List.copyOf(spaces);
            check(!spaces.isEmpty(), "tracks.spaces", "must name at least one space.");
            check(minutes >= 2 && minutes <= 1_440, "tracks.minutes", "must be 2 to 1440.");
            check(fewest >= 1 && most >= fewest && most <= 500, "tracks.most", "must be at least fewest, at most 500.");
            check(spread >= 0 && spread <= 1, "tracks.spread", "must be 0 to 1.");
        }

        /** How many times longer than usual everything lasts. */
        int calmness() {
            return calm == null ? 1 : calm;
        }
    }

    public Script {
        firstNames = List.copyOf(firstNames);
        lastNames = List.copyOf(lastNames);
        rooms = List.copyOf(rooms);
        tracks = List.copyOf(tracks);
        check(!firstNames.isEmpty() && !lastNames.isEmpty() && !rooms.isEmpty(), "firstNames, lastNames, rooms", "must each have at least one entry.");
        check(tracks.size() <= MOST_TRACKS, "tracks", "must be at most " + MOST_TRACKS + ".");
        check(warmUpMinutes >= 0 && warmUpMinutes <= 1_440, "warmUpMinutes", "must be 0 to 1440.");
    }

    /** Reads a script. Problem: {@code core.invalid-input} with what is wrong. */
    public static Script read(InputStream in) {
        try {
            return Json.strict().readValue(in, Script.class);
        } catch (IOException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof ProblemException known) {
                    throw known;
                }
            }
            throw new ProblemException(
                    Problem.of(CoreProblem.INVALID_INPUT, "The script cannot be read: " + String.valueOf(e.getMessage()).lines().findFirst().orElse("")), e);
        }
    }

    /** The day of an organisation, shipped with the node. */
    public static Script officeDay() {
        try (InputStream in = Script.class.getResourceAsStream("office-day.json")) {
            if (in == null) {
                throw new IllegalStateException("office-day.json is not in the bundle");
            }
            return read(in);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /**
     * The same organisation, grown: so many meetings at the same time with so many people in all of them together, calm enough to last.
     *
     * @param calm as in {@link Track}
     */
    public Script grown(int meetings, int people, int calm) {
        int seats = (int) Math.ceil(people * SEATS_A_PERSON);
        int each = Math.max(1, seats / meetings);
        List<Track> many = new ArrayList<>();
        for (int i = 0; i < meetings; i++) {
            Track model = tracks.get(i % tracks.size());
            String space = model.spaces().get(i / tracks.size() % model.spaces().size());
            int size = each + (i < seats - each * meetings ? 1 : 0);
            many.add(new Track(List.of(space + " " + (i + 1)), 55, size, size, model.spread(), i % 20 == 0, model.presented(), model.lobby(), false, calm));
        }
        return new Script(name + ", " + meetings + " meetings", domain, 1, firstNames, lastNames, rooms, many);
    }

    private static void check(boolean holds, String field, String message) {
        if (!holds) {
            throw Problem.invalid(field, message).exception();
        }
    }
}
