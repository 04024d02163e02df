package org.moothall.meetings.ui.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.eclipse.jdt.annotation.Nullable;
import org.moothall.client.QualityClient;
import org.moothall.meetings.CallStatistics.Sample;
import org.moothall.meetings.CallStatistics.Statistics;
import org.moothall.meetings.Participant;
import org.moothall.ui.model.FailureWords;
import org.moothall.ui.model.Later;
import org.moothall.ui.model.Subscription;
import org.moothall.ui.model.Value;

/** What is measured of one participant, followed while it is looked at: the bridge is read only as long as somebody asks. Confined to the UI thread. */
final class Connection {
    private static final Duration USUAL = Duration.ofSeconds(5);
    /** What is kept: ten minutes of what is measured every few seconds. */
    private static final int MOST = 200;

    private final QualityClient quality;
    private final Executor ui;
    private final Later later;
    private final Value<List<Sample>> samples = new Value<>(List.of());
    private final Value<String> problem = new Value<>("");
    private @Nullable Participant whom;
    private Subscription waiting = () -> {};
    private long turn;

    Connection(QualityClient quality, Executor ui, Later later) {
        this.quality = quality;
        this.ui = ui;
        this.later = later;
    }

    /** Oldest first. */
    Value<List<Sample>> samples() {
        return samples;
    }

    /** Why nothing can be measured; empty while it can. */
    Value<String> problem() {
        return problem;
    }

    /** Follows this person from now on, or nobody. */
    void follow(@Nullable Participant person) {
        Participant before = whom;
        if (before != null && person != null && before.id().equals(person.id())) {
            return;
        }
        whom = person;
        turn++;
        waiting.close();
        samples.set(List.of());
        problem.set("");
        if (person != null) {
            ask(turn, person, null);
        }
    }

    private void ask(long mine, Participant person, @Nullable Instant since) {
        quality.statistics(person.meeting(), person.id(), since).whenCompleteAsync((read, failure) -> {
            if (mine == turn) {
                answered(mine, person, read, failure);
            }
        }, ui);
    }

    private void answered(long mine, Participant person, @Nullable Statistics read, @Nullable Throwable failure) {
        problem.set(failure == null ? "" : FailureWords.of(failure));
        if (read != null) {
            add(read.legs().stream().flatMap(leg -> leg.samples().stream()).sorted(Comparator.comparing(Sample::at)).toList());
        }
        Duration pause = read == null ? USUAL : Duration.ofSeconds(Math.max(1, read.everySeconds()));
        waiting = later.in(pause, () -> ask(mine, person, samples.get().isEmpty() ? null : samples.get().getLast().at()));
    }

    private void add(List<Sample> more) {
        List<Sample> all = Stream.concat(samples.get().stream(), more.stream()).toList();
        samples.set(all.subList(Math.max(0, all.size() - MOST), all.size()));
    }
}
