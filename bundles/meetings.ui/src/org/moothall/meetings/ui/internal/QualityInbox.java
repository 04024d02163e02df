package org.moothall.meetings.ui.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.eclipse.jdt.annotation.Nullable;
import org.moothall.client.EventData;
import org.moothall.client.EventStream;
import org.moothall.client.QualityClient;
import org.moothall.core.ChangeEvent;
import org.moothall.core.Page;
import org.moothall.core.PageRequest;
import org.moothall.meetings.Quality;
import org.moothall.meetings.Quality.Thresholds;
import org.moothall.meetings.QualityLeg;
import org.moothall.ui.model.FailureWords;
import org.moothall.ui.model.LiveRows;
import org.moothall.ui.model.Value;

/** Who is badly connected now, kept up to date. Confined to the UI thread. */
final class QualityInbox implements EventStream.Listener {
    private static final int PAGE = 200;
    /** More are not shown: then something is wrong that no list of legs tells. */
    private static final int MOST = 5_000;

    private final QualityClient quality;
    private final Executor ui;
    private final LiveRows<QualityLeg> legs = new LiveRows<>(QualityLeg::leg);
    private final Value<Optional<Thresholds>> limits = new Value<>(Optional.empty());
    private final List<Runnable> meanwhile = new ArrayList<>();
    private boolean reading;
    private long turn;

    QualityInbox(QualityClient quality, Executor ui) {
        this.quality = quality;
        this.ui = ui;
    }

    LiveRows<QualityLeg> legs() {
        return legs;
    }

    /** From when on it is bad; nothing while unknown. */
    Value<Optional<Thresholds>> limits() {
        return limits;
    }

    /** Reads what counts as bad; what was known stays when that fails. */
    void readLimits() {
        quality.thresholds().whenCompleteAsync((told, failure) -> {
            if (told != null) {
                limits.set(Optional.of(told));
            }
        }, ui);
    }

    /** Reads all of it; what is shown stays meanwhile. */
    void read() {
        readLimits();
        reading = true;
        meanwhile.clear();
        read(++turn, null, List.of());
    }

    @Override
    public void changed(ChangeEvent event) {
        switch (event.type()) {
            case Quality.LEG_CHANGED -> leg(event, leg -> legs.put(List.of(leg)));
            case Quality.LEG_CLEARED -> leg(event, leg -> legs.remove(List.of(leg.leg())));
            default -> {} // not about quality
        }
    }

    @Override
    public void reset() {
        ui.execute(this::read);
    }

    /** A server that was started again looks anew, and knows nothing of the legs that it had shown. */
    @Override
    public void connected() {
        ui.execute(this::read);
    }

    private void leg(ChangeEvent event, Consumer<QualityLeg> does) {
        EventData.find(event, "leg", QualityLeg.class).ifPresent(leg -> ui.execute(() -> take(() -> does.accept(leg))));
    }

    /** What happens while it is read may be newer than the answer. */
    private void take(Runnable change) {
        change.run();
        if (reading) {
            meanwhile.add(change);
        }
    }

    private void read(long mine, @Nullable String cursor, List<QualityLeg> before) {
        quality.legs(new Quality.Query(null, null, null, ""), new PageRequest(PAGE, cursor)).whenCompleteAsync((page, failure) -> {
            if (mine == turn && page != null) {
                answered(mine, page, Stream.concat(before.stream(), page.items().stream()).toList());
            } else if (mine == turn && failure != null) {
                reading = false;
                legs.failed(FailureWords.of(failure));
            }
        }, ui);
    }

    private void answered(long mine, Page<QualityLeg> page, List<QualityLeg> all) {
        legs.replaceAll(all);
        meanwhile.forEach(Runnable::run);
        reading = page.next() != null && all.size() < MOST;
        if (reading) {
            read(mine, page.next(), all);
        }
    }
}
