package org.moothall.meetings.internal.macros;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

import org.moothall.core.ChangeEvent;
import org.moothall.core.ChangeEvents;
import org.moothall.core.Executors;
import org.moothall.core.Problem;
import org.moothall.meetings.Macro;
import org.moothall.meetings.MacroId;
import org.moothall.meetings.MacroRun;
import org.moothall.meetings.Macros;
import org.moothall.meetings.Meetings;
import org.moothall.meetings.OperatorActions;
import org.moothall.meetings.internal.actions.Undos;
import org.moothall.meetings.internal.find.Words;
import org.moothall.meetings.internal.store.KeptMacros;
import org.moothall.store.Database;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Macros as they are kept. */
@Component(service = Macros.class)
public final class StoredMacros implements Macros {

    private static final int LONGEST_NAME = 100;
    private static final int AT_ONCE = 16;
    private static final int MOST_UNDOS = 100;

    private final KeptMacros kept;
    private final Meetings meetings;
    private final OperatorActions actions;
    private final ChangeEvents events;
    private final Clock clock;
    private final Undos<MacroId, List<Inverse>> undos;
    /** Runs go on here, so that whoever is interrupted while waiting does not break the step that is under way. */
    private final ExecutorService threads;

    /** Over these meetings. */
    @Activate
    public StoredMacros(@Reference Database database, @Reference Meetings meetings, @Reference OperatorActions actions, @Reference ChangeEvents events,
            @Reference Executors executors, @Reference Clock clock) {
        this.kept = new KeptMacros(database);
        this.meetings = meetings;
        this.actions = actions;
        this.events = events;
        this.clock = clock;
        undos = new Undos<>(clock, MOST_UNDOS);
        threads = executors.blocking("meetings-macros", AT_ONCE);
    }

    /** Interrupts what runs. */
    @Deactivate
    public void close() {
        threads.shutdownNow();
    }

    @Override
    public List<Macro> all() {
        return kept.all().stream().sorted(Comparator.comparing((Macro macro) -> Words.folded(macro.name())).thenComparing(macro -> macro.id().value()))
                .toList();
    }

    @Override
    public Optional<Macro> find(MacroId id) {
        return kept.find(id);
    }

    @Override
    public Macro add(String name, List<Macro.Step> steps, String user) {
        Macro macro = checked(new Macro(new MacroId(UUID.randomUUID().toString()), name.strip(), steps, user, clock.instant(), 1));
        return told(kept.add(macro));
    }

    @Override
    public Macro change(Macro macro, long version, String user) {
        Macro wanted = checked(new Macro(macro.id(), macro.name().strip(), macro.steps(), user, clock.instant(), version));
        return told(kept.change(wanted, version));
    }

    private static Macro checked(Macro macro) {
        if (macro.name().isEmpty() || macro.name().length() > LONGEST_NAME || macro.name().chars().anyMatch(Character::isISOControl)) {
            throw Problem.invalid("name", "must be 1 to " + LONGEST_NAME + " printable characters.").exception();
        }
        Deeds.check(macro.steps());
        return macro;
    }

    private Macro told(Macro macro) {
        events.publish(new ChangeEvent(CHANGED, macro.id().value(), null, clock.instant(), Map.of("macro", macro)));
        return macro;
    }

    @Override
    public void remove(MacroId id) {
        kept.remove(id);
        events.publish(new ChangeEvent(REMOVED, id.value(), null, clock.instant(), Map.of()));
    }

    @Override
    public MacroRun run(Macro macro, boolean rehearse, Run run) {
        return uninterrupted(() -> new Playing(macro, rehearse, run, meetings, actions).play(done -> undos.keep(macro.id(), List.copyOf(done))));
    }

    @Override
    public Undo undo(MacroId macro, String undo) {
        List<Inverse> inverses = undos.take(macro, undo);
        return run -> uninterrupted(() -> new Undoing(macro, inverses, run, actions).undo());
    }

    private MacroRun uninterrupted(Callable<MacroRun> work) {
        Future<MacroRun> playing = threads.submit(work);
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return playing.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
