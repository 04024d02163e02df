package org.moothall.meetings;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

import org.moothall.servers.ClusterId;

/**
 * Macros and their runs. Service; thread-safe. Problems: {@code core.invalid-input} that names the step for one that cannot be meant,
 * {@code core.not-found}, {@code core.changed-meanwhile}.
 */
public interface Macros {

    /** Change event; data: {@code macro} → {@link Macro}. */
    String CHANGED = "meetings.macro-changed";
    /** Change event; the macro is gone. */
    String REMOVED = "meetings.macro-removed";

    /** All by name. */
    List<Macro> all();

    /** The macro of this id. */
    Optional<Macro> find(MacroId id);

    /** Adds one. */
    Macro add(String name, List<Macro.Step> steps, String user);

    /** Changes one whose version is still this. */
    Macro change(Macro macro, long version, String user);

    /** Forgets it. */
    void remove(MacroId id);

    /**
     * Carries out the steps, one after the other; blocks. Interrupted or told to stop it ends after the step that it is at.
     *
     * @param rehearse true to find out what would happen, without asking any Call Bridge to change anything
     * @param run in whose name, where, and who hears how far it is
     */
    MacroRun run(Macro macro, boolean rehearse, Run run);

    /**
     * What undoes a run, as far as the Call Bridges allow; it counts once, for 15 minutes, and of the last 100 runs. Meetings that were begun or ended
     * stay so. Problem: {@code meetings.no-undo}.
     *
     * @param undo token of the {@link MacroRun}
     */
    Undo undo(MacroId macro, String undo);

    /** Undoes a run. */
    @FunctionalInterface
    interface Undo {
        /** Undoes the steps, the last one first; blocks and stops as a run does. */
        MacroRun by(Run run);
    }

    /**
     * In whose name, and who hears of it.
     *
     * @param may whether this user may act in meetings of a cluster
     * @param sofar hears after each step, the last time what is returned
     * @param stopped whether to stop
     */
    record Run(String user, Predicate<ClusterId> may, Consumer<MacroRun> sofar, java.util.function.BooleanSupplier stopped) {}
}
