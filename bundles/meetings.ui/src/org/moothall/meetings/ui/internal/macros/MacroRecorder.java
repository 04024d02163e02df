package org.moothall.meetings.ui.internal.macros;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.eclipse.jdt.annotation.Nullable;
import org.moothall.client.Call;
import org.moothall.client.Client;
import org.moothall.client.EventStream;
import org.moothall.core.Page;
import org.moothall.core.PageRequest;
import org.moothall.meetings.Macro;
import org.moothall.meetings.MacroCommand;
import org.moothall.meetings.Meeting;
import org.moothall.meetings.MeetingId;
import org.moothall.meetings.Participant;
import org.moothall.ui.model.FailureWords;
import org.moothall.ui.model.Value;

/**
 * Makes steps of what the operator does, on whatever page: it hears what the workbench asks of the server. What is taken back is
 * forgotten. Confined to the UI thread.
 */
final class MacroRecorder {
    private final Client client;
    private final Executor ui;
    private final Value<Boolean> on = new Value<>(false);
    private final Value<Integer> count = new Value<>(0);
    private final List<Heard> heard = new ArrayList<>();
    private EventStream.@Nullable Subscription listening;

    /** What was done in a meeting, and the steps it will be, once it is known who was in it; nothing for one that only began. */
    private record Heard(Optional<MeetingId> meeting, CompletableFuture<List<Macro.Step>> steps) {}

    MacroRecorder(Client client, Executor ui) {
        this.client = client;
        this.ui = ui;
    }

    /** Whether it records. */
    Value<Boolean> on() {
        return on;
    }

    /** How many actions were heard so far. */
    Value<Integer> count() {
        return count;
    }

    /** Begins with nothing. */
    void start() {
        heard.clear();
        count.set(0);
        listening = client.onCall(call -> ui.execute(() -> hear(call)));
        on.set(true);
    }

    /** Ends; gives the steps once they are known, or why they are not. */
    void stop(Consumer<List<Macro.Step>> takes, Consumer<String> fails) {
        close();
        List<CompletableFuture<List<Macro.Step>>> all = heard.stream().map(Heard::steps).toList();
        CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).whenCompleteAsync((done, failure) -> {
            if (failure != null) {
                fails.accept(FailureWords.of(failure));
            } else {
                takes.accept(RecordedSteps.together(all.stream().flatMap(each -> each.join().stream()).limit(Macro.MOST_STEPS).toList()));
            }
        }, ui);
    }

    /** Records no more. */
    void close() {
        EventStream.Subscription open = listening;
        if (open != null) {
            open.close();
        }
        listening = null;
        on.set(false);
    }

    private void hear(Call call) {
        if (!on.get()) {
            return;
        }
        RecordedCall.undone(call).ifPresent(this::forget);
        RecordedCall.started(call).ifPresent(step -> heard.add(new Heard(Optional.empty(), CompletableFuture.completedFuture(List.of(step)))));
        RecordedCall.of(call).forEach(each -> heard.add(new Heard(Optional.of(each.meeting()), steps(each))));
        count.set(heard.size());
    }

    /** The last thing that was done in this meeting was taken back. */
    private void forget(MeetingId meeting) {
        for (int i = heard.size() - 1; i >= 0; i--) {
            if (heard.get(i).meeting.equals(Optional.of(meeting))) {
                heard.remove(i);
                return;
            }
        }
    }

    private CompletableFuture<List<Macro.Step>> steps(RecordedCall call) {
        CompletableFuture<Optional<Meeting>> to = call.command() == MacroCommand.MOVE
                ? client.meetings().get(new MeetingId(String.valueOf(call.arguments().to()))).thenApply(Optional::of)
                : CompletableFuture.completedFuture(Optional.empty());
        CompletableFuture<Page<Participant>> people = client.meetings().participants(call.meeting(), "", new PageRequest(PageRequest.MAX_LIMIT, null));
        return client.meetings().get(call.meeting())
                .thenCompose(meeting -> people.thenCombine(to, (all, target) -> RecordedSteps.of(call, meeting, all.items(), target)));
    }
}
