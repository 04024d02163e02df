package org.moothall.meetings.ui.internal.macros;

import java.util.List;
import java.util.function.Consumer;
import org.moothall.meetings.Macro;
import org.moothall.ui.Navigation;
import org.moothall.ui.Notices;
import org.moothall.ui.Ongoing;
import org.moothall.ui.model.Subscription;
import org.moothall.ui.model.Value;

/** A macro is being recorded: a strip on every page tells so and ends it. For the UI thread only. */
final class Recording {
    private final MacroRecorder recorder;
    private final Ongoing ongoing;
    private final Navigation navigation;
    private final Notices notices;
    private Subscription strip = () -> {};

    Recording(MacroRecorder recorder, Ongoing ongoing, Navigation navigation, Notices notices) {
        this.recorder = recorder;
        this.ongoing = ongoing;
        this.navigation = navigation;
        this.notices = notices;
    }

    /** Whether it is under way. */
    Value<Boolean> on() {
        return recorder.on();
    }

    /** Begins; {@code takes} gets the steps at the end, when there are any. */
    void start(Consumer<List<Macro.Step>> takes) {
        recorder.start();
        Value<String> words = recorder.count().map(heard -> Texts.count("record.so-far", heard));
        strip = ongoing.show(words, Texts.of("record.stop"), () -> stop(takes));
    }

    /** Ends without a macro. */
    void close() {
        strip.close();
        recorder.close();
    }

    private void stop(Consumer<List<Macro.Step>> takes) {
        strip.close();
        recorder.stop(steps -> {
            if (steps.isEmpty()) {
                notices.done(Texts.of("record.none"));
            } else {
                navigation.go(MacrosPart.KEY);
                takes.accept(steps);
            }
        }, why -> notices.failed(Texts.of("record.failed", why), null));
    }
}
