package org.moothall.testkit.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

import org.moothall.testkit.Deadline;

/**
 * Lets call legs begin and end at a steady rate for a long time, and looks whether the built server grows meanwhile. Prints a line
 * of words; {@code releng/bench} makes a table of it.
 */
public final class SteadyBench implements AutoCloseable {

    private static final int BRIDGES = 8;
    private static final int LEGS_A_SECOND = 200;
    private static final int PEOPLE = 3;
    private static final int SIDE_BY_SIDE = 4;
    private static final Duration LOOK_EVERY = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final IntakeLab lab;
    private final double recordsASecond;

    private SteadyBench(Path program, Path work) throws IOException {
        BuiltServer server = new BuiltServer(program, Files.createDirectories(work.resolve("data")), work);
        lab = new IntakeLab(server, work, BRIDGES, 1, (name, session) -> new RecordScript(name, session, SIDE_BY_SIDE, PEOPLE));
        double recordsALeg = (double) lab.bridges().getFirst().script().round() / (SIDE_BY_SIDE * PEOPLE);
        recordsASecond = LEGS_A_SECOND * recordsALeg / BRIDGES;
    }

    /** {@code PROGRAM WORK MINUTES}. */
    public static void main(String[] arguments) throws IOException {
        try (SteadyBench bench = new SteadyBench(Path.of(arguments[0]), Path.of(arguments[1]))) {
            List<Vitals> seen = bench.run(Duration.ofMinutes(Long.parseLong(arguments[2])));
            bench.lab.finish();
            bench.lab.judge().allIsThereOnce();
            // The beginning fills caches and compiles: what comes after a quarter of the time is compared with the end.
            List<Vitals> settled = seen.subList(seen.size() / 4, seen.size());
            System.out.println(String.join(" ", "steady", arguments[2], Long.toString(bench.lab.acknowledged()), words(settled, Vitals::heap),
                    words(settled, Vitals::resident), words(settled, Vitals::threads), words(settled, Vitals::handles)));
        }
    }

    private List<Vitals> run(Duration length) {
        List<Vitals> seen = new ArrayList<>();
        long start = System.nanoTime();
        for (Duration passed = Duration.ZERO; passed.compareTo(length) < 0; passed = Duration.ofNanos(System.nanoTime() - start)) {
            long due = (long) (passed.toMillis() / 1000.0 * recordsASecond);
            lab.bridges().forEach(bridge -> bridge.tellUpTo(due));
            if (passed.compareTo(LOOK_EVERY.multipliedBy(seen.size() + 1L)) >= 0) {
                seen.add(Vitals.of(lab.server().pid()));
                System.err.println(passed.toSeconds() + " s, " + lab.acknowledged() + " records: " + seen.getLast());
            }
            Deadline.within(Duration.ofMillis(250), () -> false);
        }
        long all = lab.bridges().getFirst().told();
        Deadline.await("what is under way", PATIENCE, () -> lab.bridges().stream().allMatch(bridge -> bridge.acknowledged() == bridge.told()));
        System.err.println("Told at the end: " + all + " records a bridge.");
        return seen;
    }

    /** The first third's mean, the last third's, the most. */
    private static String words(List<Vitals> settled, ToLongFunction<Vitals> which) {
        int third = Math.max(1, settled.size() / 3);
        return Math.round(mean(settled.subList(0, third), which)) + " " + Math.round(mean(settled.subList(settled.size() - third, settled.size()), which)) + " "
                + settled.stream().mapToLong(which).max().orElse(0);
    }

    private static double mean(List<Vitals> some, ToLongFunction<Vitals> which) {
        return some.stream().mapToLong(which).average().orElse(0);
    }

    @Override
    public void close() {
        lab.close();
    }
}
