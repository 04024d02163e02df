package org.moothall.meetings.internal.intake;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

import org.moothall.core.ProblemException;
import org.moothall.meetings.internal.live.Desk;
import org.moothall.meetings.internal.projection.CdrRecord;
import org.moothall.meetings.internal.store.StoredRecords;
import org.moothall.meetings.internal.store.StoredRecords.Body;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes records in: keeps them, then hands them to the desk that folds them. What was taken in and is not folded yet is
 * bounded in bytes, so that memory is; who comes when there is no room waits, and shall come again after a while. Thread-safe.
 */
public final class CdrIntake {

    /** The longest body that is read. */
    public static final int MAX_BODY = 4 << 20;

    /** What becomes of a body. */
    public enum Answer {
        /** All its records are on disk. */
        KEPT,
        /** It is not what it should be, and will not be better the next time. */
        REFUSED,
        /** It shall be sent again later. */
        LATER
    }

    /** Who sends records, and who folds them. */
    public record Sender(String bridge, Desk desk) {}

    private static final Logger LOG = LoggerFactory.getLogger(CdrIntake.class);
    /** At 10,000 records a second some seconds of work, and about ten times as much memory. */
    private static final int MOST_BYTES = 12 << 20;
    private static final long PATIENCE_MILLIS = 2_000;
    /** What is known of a record takes more room than its text. */
    private static final int LEAST_BYTES = 4 << 10;

    private final Function<String, Optional<Sender>> senders;
    private final StoredRecords records;
    private final Clock clock;
    private final Room room;
    private final Arrivals arrivals = new Arrivals();

    /** @param senders whose secret this is */
    public CdrIntake(Function<String, Optional<Sender>> senders, StoredRecords records, Clock clock) {
        this.senders = senders;
        this.records = records;
        this.clock = clock;
        room = new Room(MOST_BYTES, PATIENCE_MILLIS);
    }

    /** Whose secret this is, if it is anybody's. */
    public Optional<Sender> sender(String secret) {
        return senders.apply(secret);
    }

    /** When each Call Bridge reached us last. */
    public Arrivals arrivals() {
        return arrivals;
    }

    /**
     * Room for a body of this length; false when so much was under way for a while that there was none. To be given back by
     * {@link #take} or {@link #release}.
     */
    public CompletableFuture<Boolean> reserve(int bytes) {
        return room.take(room(bytes));
    }

    /** Gives back what was reserved for a body that did not come. */
    public void release(int bytes) {
        room.giveBack(room(bytes));
    }

    private static int room(int bytes) {
        return Math.max(LEAST_BYTES, bytes);
    }

    /** Takes a body in, for which {@code reserved} bytes were reserved. No thread waits for the disk. */
    public CompletableFuture<Answer> take(Sender sender, byte[] body, int reserved) {
        arrivals.contact(sender.bridge(), clock.instant());
        try {
            List<CdrRecord> read = CdrXml.read(body);
            if (read.isEmpty()) {
                release(reserved);
                return CompletableFuture.completedFuture(Answer.KEPT);
            }
            long last = read.stream().mapToLong(CdrRecord::index).max().orElseThrow();
            return records.append(new Body(sender.bridge(), read.get(0).session(), last, clock.instant(), body)).thenApply(kept -> {
                arrivals.records(sender.bridge(), clock.instant());
                sender.desk().tell(sender.bridge(), read, () -> release(reserved));
                return Answer.KEPT;
            }).exceptionally(failure -> later(reserved, failure));
        } catch (CdrXml.Refused e) {
            release(reserved);
            LOG.warn("Records of {} were refused: {}", sender.bridge(), e.getMessage());
            return CompletableFuture.completedFuture(Answer.REFUSED);
        } catch (ProblemException e) {
            return CompletableFuture.completedFuture(later(reserved, e));
        }
    }

    private Answer later(int reserved, Throwable failure) {
        release(reserved);
        LOG.warn("Records could not be kept; the Call Bridge will send them again: {}", failure.getMessage());
        return Answer.LATER;
    }
}
