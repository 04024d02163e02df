package org.moothall.testkit.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** Kills the server again and again while Call Bridges tell it records, and looks each time whether it knows what it acknowledged. */
public final class KillLoop implements AutoCloseable {

    private static final int BRIDGES = 4;
    private static final int LEAST_RECORDS = 50;
    private static final int MOST_RECORDS = 4_000;
    private static final int TELL_EVERY = 50;

    private final Random random;
    private final IntakeLab lab;
    private long underWay;

    /** Starts the server and adds the bridges. */
    public KillLoop(Path program, Path work, long seed) throws IOException {
        random = new Random(seed);
        BuiltServer server = new BuiltServer(program, Files.createDirectories(work.resolve("data")), work);
        server.options("-XX:TieredStopAtLevel=1"); // starts are most of the time that this takes
        lab = new IntakeLab(server, work, BRIDGES, seed);
    }

    /** Kills it once at an instant that the seed says, starts it again, looks, and lets the bridges send again what was not acknowledged. */
    public void round() {
        int records = LEAST_RECORDS + random.nextInt(MOST_RECORDS);
        lab.tell();
        lab.awaitMore(records);
        lab.server().kill();
        lab.pause();
        underWay += lab.bridges().stream().filter(bridge -> bridge.told() > bridge.acknowledged()).count();
        lab.server().start();
        lab.judge().nothingIsLost();
    }

    /** Everybody tells the rest of what is going on, and all must be there, once. */
    public void finish() {
        lab.finish();
        lab.judge().allIsThereOnce();
    }

    /** Bodies that were under way when the server was killed. */
    public long underWay() {
        return underWay;
    }

    @Override
    public void close() {
        lab.close();
    }

    /** {@code PROGRAM WORK ROUNDS SEED}: the long version; prints rounds, records acknowledged, bodies that were under way. */
    public static void main(String[] arguments) throws IOException {
        int rounds = Integer.parseInt(arguments[2]);
        try (KillLoop loop = new KillLoop(Path.of(arguments[0]), Path.of(arguments[1]), Long.parseLong(arguments[3]))) {
            for (int round = 1; round <= rounds; round++) {
                loop.round();
                if (round % TELL_EVERY == 0) {
                    System.err.println("Killed " + round + " times; " + loop.lab.acknowledged() + " records were acknowledged, none is lost.");
                }
            }
            loop.finish();
            System.out.println(rounds + " " + loop.lab.acknowledged() + " " + loop.underWay());
        }
    }
}
