package org.moothall.meetings.internal.projection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.meetings.Participant;

/** A participant of a meeting as the legs and views of all bridges tell. */
final class Person {

    private static final Comparator<Leg> BEST = Comparator.comparing((Leg leg) -> leg.alive() ? 0 : 1)
            .thenComparing(leg -> leg.life.start(), Comparator.reverseOrder())
            .thenComparing(leg -> leg.key.id());

    final MeetingModel meeting;
    final String id;
    final List<Leg> legs = new ArrayList<>(1);
    /** By bridge, so that the choice among them is always the same. */
    final Map<String, View> views = new TreeMap<>();
    /** As last told to others. */
    @Nullable
    Participant shown;

    Person(MeetingModel meeting, String id) {
        this.meeting = meeting;
        this.id = id;
    }

    boolean empty() {
        return legs.isEmpty() && views.isEmpty();
    }

    /** Legs decide where there are any: they are told by the bridge that hosts them; views only where there are none. */
    boolean present() {
        return legs.isEmpty() ? views.values().stream().anyMatch(View::alive) : legs.stream().anyMatch(this::present);
    }

    private boolean present(Leg leg) {
        @Nullable View view = views.get(leg.key.bridge());
        return leg.alive() && (leg.recorded() || view == null || view.alive());
    }

    Optional<Leg> leg() {
        return legs.stream().min(BEST);
    }

    /** The hosting bridge's view; where we do not know the host, the first that is alive. */
    Optional<View> view() {
        String host = bridge();
        @Nullable View own = views.get(host);
        return own == null ? Optional.empty() : Optional.of(own);
    }

    /** The bridge that hosts it, as far as is known. */
    String bridge() {
        return leg().map(leg -> leg.key.bridge()).orElseGet(this::hostByViews);
    }

    private String hostByViews() {
        Comparator<View> best = Comparator.comparing((View v) -> v.alive() ? 0 : 1).thenComparing(v -> v.live.is("remote") ? 1 : 0)
                .thenComparing(v -> v.key.bridge());
        return views.values().stream().min(best).map(v -> v.key.bridge()).orElse("");
    }
}
