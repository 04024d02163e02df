package org.moothall.client.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import org.moothall.client.Call;
import org.moothall.client.MacrosClient;
import org.moothall.client.Operation;
import org.moothall.core.Page;
import org.moothall.meetings.Macro;
import org.moothall.meetings.MacroId;
import org.moothall.meetings.MacroRun;

/** {@code /macros}. */
record MacrosCalls(Calls api) implements MacrosClient {

    private static final String MACROS = "/macros";

    @Override
    public CompletableFuture<Page<Macro>> list() {
        return api.call(Call.get(MACROS)).thenApply(answer -> Wire.page(answer.body(), Macro.class));
    }

    @Override
    public CompletableFuture<Macro> add(String name, List<Macro.Step> steps) {
        return api.read(Call.post(MACROS, Map.of("name", name, "steps", steps)), Macro.class);
    }

    @Override
    public CompletableFuture<Macro> change(Macro macro, String name, List<Macro.Step> steps) {
        return api.read(Call.patch(path(macro.id()), Map.of("name", name, "steps", steps)).ifVersion(macro.version()), Macro.class);
    }

    @Override
    public CompletableFuture<Void> remove(MacroId id) {
        return api.done(Call.delete(path(id)));
    }

    @Override
    public CompletableFuture<Operation> run(MacroId id, boolean rehearse) {
        return api.read(Call.post(path(id) + "/runs", Map.of("rehearse", rehearse)), Operation.class);
    }

    @Override
    public CompletableFuture<Operation> undo(MacroId id, String undo) {
        return api.read(Call.post(path(id) + "/undo", Map.of("undo", undo)), Operation.class);
    }

    @Override
    public Optional<MacroRun> told(Operation run) {
        var result = run.result();
        return result == null || result.isNull() ? Optional.empty() : Optional.of(Wire.read(result, MacroRun.class));
    }

    private static String path(MacroId id) {
        return MACROS + "/" + Wire.segment(id.value());
    }
}
