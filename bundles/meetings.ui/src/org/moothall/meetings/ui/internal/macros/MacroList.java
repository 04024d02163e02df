package org.moothall.meetings.ui.internal.macros;

import java.util.List;
import java.util.concurrent.Executor;
import org.moothall.client.EventData;
import org.moothall.client.EventStream;
import org.moothall.client.MacrosClient;
import org.moothall.core.ChangeEvent;
import org.moothall.meetings.Macro;
import org.moothall.meetings.Macros;
import org.moothall.ui.model.FailureWords;
import org.moothall.ui.model.LiveRows;

/** All macros, kept up to date by what the server tells. Confined to the UI thread; events may come on any. */
final class MacroList implements EventStream.Listener {
    private final MacrosClient macros;
    private final Executor ui;
    private final LiveRows<Macro> rows = new LiveRows<>(macro -> macro.id().value());
    private long turn;

    MacroList(MacrosClient macros, Executor ui) {
        this.macros = macros;
        this.ui = ui;
    }

    LiveRows<Macro> rows() {
        return rows;
    }

    /** Reads all; what is shown stays meanwhile. */
    void read() {
        long mine = ++turn;
        macros.list().whenCompleteAsync((page, failure) -> {
            if (mine == turn && page != null) {
                rows.replaceAll(page.items());
            } else if (mine == turn && failure != null) {
                rows.failed(FailureWords.of(failure));
            }
        }, ui);
    }

    @Override
    public void changed(ChangeEvent event) {
        if (Macros.REMOVED.equals(event.type())) {
            ui.execute(() -> rows.remove(List.of(event.subject())));
        } else if (Macros.CHANGED.equals(event.type())) {
            EventData.find(event, "macro", Macro.class).ifPresentOrElse(macro -> ui.execute(() -> rows.put(List.of(macro))), () -> ui.execute(this::read));
        }
    }

    @Override
    public void reset() {
        ui.execute(this::read);
    }
}
