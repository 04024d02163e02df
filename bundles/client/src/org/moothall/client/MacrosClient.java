package org.moothall.client;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import org.moothall.core.Page;
import org.moothall.meetings.Macro;
import org.moothall.meetings.MacroId;
import org.moothall.meetings.MacroRun;

/** Several commands over several meetings as one click. Threads and failures as {@link Client} says. */
public interface MacrosClient {

    /** All by name. */
    CompletableFuture<Page<Macro>> list();

    /** Adds one; {@code core.invalid-input} names the step that cannot be meant. */
    CompletableFuture<Macro> add(String name, List<Macro.Step> steps);

    /** Changes one that is still at this version; {@code core.changed-meanwhile}. */
    CompletableFuture<Macro> change(Macro macro, String name, List<Macro.Step> steps);

    /** Forgets it. */
    CompletableFuture<Void> remove(MacroId id);

    /** Begins to carry it out, or to find out what would happen. */
    CompletableFuture<Operation> run(MacroId id, boolean rehearse);

    /** Begins to undo a run, by the token that came with what it did; {@code meetings.no-undo}. */
    CompletableFuture<Operation> undo(MacroId id, String undo);

    /** What a run did so far; nothing before its first step. */
    Optional<MacroRun> told(Operation run);
}
